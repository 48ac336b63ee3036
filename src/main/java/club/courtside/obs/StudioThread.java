package club.courtside.obs;

import club.courtside.engine.client.EngineException;
import club.courtside.obs.websocket.ObsLost;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The one thread in which everything about an OBS Studio happens: everybody else leaves notes for it. */
final class StudioThread {

    private static final Logger LOG = Logger.getLogger(StudioThread.class.getName());
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final URI address;
    private final Clock clock;
    private final BlockingQueue<Runnable> notes = new LinkedBlockingQueue<>();
    private volatile boolean ending;

    StudioThread(URI address, Clock clock) {
        this.address = address;
        this.clock = clock;
    }

    /** Until it is ended; what goes wrong with one note leaves the others alone. */
    void work(Runnable everySecond) {
        Instant tick = clock.instant();
        while (!ending) {
            try {
                long wait = Math.max(0, Duration.between(clock.instant(), tick).toMillis());
                Runnable note = notes.poll(wait, TimeUnit.MILLISECONDS);
                if (note != null) note.run();
                if (clock.instant().isBefore(tick)) continue;
                tick = clock.instant().plus(EVERY);
                everySecond.run();
            } catch (ObsLost lost) {
                LOG.log(Level.FINE, "OBS Studio at {0}: {1}", new Object[] {address, lost.getMessage()});
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "OBS Studio at " + address + " surprises", e);
            }
        }
    }

    void leave(Runnable note) {
        notes.add(note);
    }

    /** @return fails with {@link EngineException} when OBS Studio is lost meanwhile, else with what the work throws */
    <T> CompletableFuture<T> ask(Supplier<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        leave(() -> {
            try {
                answer.complete(work.get());
            } catch (ObsLost lost) {
                answer.completeExceptionally(StudioReasons.refusal(StudioReasons.of(lost.loss())));
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    void end() {
        ending = true;
        leave(() -> {});
    }
}
