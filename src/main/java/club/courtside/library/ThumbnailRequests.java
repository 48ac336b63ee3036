package club.courtside.library;

import club.courtside.session.RecordingEnded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The bell that wakes {@link ThumbnailJob}: a video that has just been written down needs its picture. */
@ApplicationScoped
public class ThumbnailRequests {

    private final Semaphore asked = new Semaphore(0);

    void recorded(@Observes(during = TransactionPhase.AFTER_SUCCESS) RecordingEnded event) {
        ask();
    }

    void arrived(@Observes(during = TransactionPhase.AFTER_SUCCESS) VideoArrived event) {
        ask();
    }

    void ask() {
        asked.release();
    }

    boolean areWaiting() {
        return asked.availablePermits() > 0;
    }

    /** Waits for the next request, but not longer than this; several requests at once count as one. */
    void await(long seconds) throws InterruptedException {
        if (asked.tryAcquire(seconds, TimeUnit.SECONDS)) asked.drainPermits();
    }
}
