package club.courtside.support;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** CDI events outside a container: remembers what was fired, and hands it on to the observers that a test adds. */
public final class FiredEvents<T> implements Event<T> {

    private final List<T> fired = new ArrayList<>();
    private final List<Consumer<Object>> observers = new ArrayList<>();

    public <E> void observe(Class<E> type, Consumer<E> observer) {
        observers.add(event -> {
            if (type.isInstance(event)) observer.accept(type.cast(event));
        });
    }

    public List<T> fired() {
        return List.copyOf(fired);
    }

    public <E> List<E> fired(Class<E> type) {
        return fired.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public void fire(T event) {
        fired.add(event);
        observers.forEach(observer -> observer.accept(event));
    }

    @Override
    public <U extends T> CompletionStage<U> fireAsync(U event) {
        fire(event);
        return CompletableFuture.completedFuture(event);
    }

    @Override
    public <U extends T> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
        return fireAsync(event);
    }

    @Override
    public Event<T> select(Annotation... qualifiers) {
        return this;
    }

    @Override
    public <U extends T> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
        throw new UnsupportedOperationException("no test needs it");
    }

    @Override
    public <U extends T> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
        throw new UnsupportedOperationException("no test needs it");
    }
}
