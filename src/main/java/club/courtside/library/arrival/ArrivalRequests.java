package club.courtside.library.arrival;

import club.courtside.court.EngineConnected;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The bell that wakes {@link ArrivalJob}: a file is all here. */
@ApplicationScoped
public class ArrivalRequests {

    private final Semaphore asked = new Semaphore(0);

    void connected(@Observes EngineConnected event) {
        ask();
    }

    void ask() {
        asked.release();
    }

    /** Waits for the next request, but not longer than this; several requests at once count as one. */
    void await(long seconds) throws InterruptedException {
        if (asked.tryAcquire(seconds, TimeUnit.SECONDS)) asked.drainPermits();
    }
}
