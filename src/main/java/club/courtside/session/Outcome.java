package club.courtside.session;

import java.util.function.Function;

/**
 * What a request led to. Pressed twice, the second press gets what the first one made.
 *
 * @param created false when it was there before
 */
public record Outcome<T>(T value, boolean created) {

    public <R> Outcome<R> map(Function<T, R> to) {
        return new Outcome<>(to.apply(value), created);
    }
}
