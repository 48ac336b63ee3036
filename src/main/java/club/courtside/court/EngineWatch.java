package club.courtside.court;

import club.courtside.engine.api.EngineEvent;
import club.courtside.engine.client.EngineClient;
import club.courtside.engine.client.EngineException;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps the web application and its engine together: connects, sends what shall be, passes on what the engine says, and
 * begins again when it is lost.
 */
final class EngineWatch implements Runnable {

    private static final Logger LOG = Logger.getLogger(EngineWatch.class.getName());
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** What happens when an engine appears and goes. */
    interface Listener {
        void connected(EngineClient client);

        void lost();
    }

    private final Supplier<EngineClient> finder;
    private final Listener listener;
    private final Event<EngineEvent> events;

    private final CountDownLatch stop = new CountDownLatch(1);
    /** Held while an event is handled: then this thread must not be interrupted, the database would suffer. */
    private final Object handling = new Object();

    private Duration pause = SHORTEST_PAUSE;
    private String lastComplaint;

    EngineWatch(Supplier<EngineClient> finder, Listener listener, Event<EngineEvent> events) {
        this.finder = finder;
        this.listener = listener;
        this.events = events;
    }

    @Override
    public void run() {
        while (!isStopped()) {
            try {
                EngineClient client = finder.get();
                synchronized (handling) {
                    if (isStopped()) return;
                    listener.connected(client);
                }
                pause = SHORTEST_PAUSE;
                lastComplaint = null;
                client.events(this::handle);
            } catch (EngineException e) {
                complain(e.getMessage());
            } catch (RuntimeException e) {
                LOG.log(Level.SEVERE, "watching the engine failed; it begins again", e);
            }
            if (isStopped()) return;
            listener.lost();
            rest();
        }
    }

    private void handle(EngineEvent event) {
        synchronized (handling) {
            if (isStopped()) return;
            try {
                events.fire(event);
            } catch (RuntimeException e) {
                LOG.log(Level.SEVERE, "an event of the engine could not be handled", e);
            }
        }
    }

    /** Once, not at every attempt. */
    private void complain(String message) {
        if (!message.equals(lastComplaint)) LOG.log(Level.WARNING, "no engine: {0}", message);
        lastComplaint = message;
    }

    private void rest() {
        try {
            if (stop.await(pause.toMillis(), TimeUnit.MILLISECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop.countDown();
        }
        Duration next = pause.multipliedBy(2);
        pause = next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
    }

    private boolean isStopped() {
        return stop.getCount() == 0;
    }

    /** Waits for the event being handled, then lets the thread end. */
    void stop(Thread thread) {
        stop.countDown();
        synchronized (handling) {
            thread.interrupt();
        }
    }
}
