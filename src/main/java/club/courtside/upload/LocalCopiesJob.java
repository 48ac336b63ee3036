package club.courtside.upload;

import club.courtside.platform.queue.WorkEnded;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.concurrent.locks.ReentrantLock;

/** Every hour, and whenever an upload has ended; see {@link LocalCopies}. */
@Singleton
@Startup
@DependsOn("Database")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LocalCopiesJob {

    @Inject
    LocalCopies copies;

    private final ReentrantLock running = new ReentrantLock();

    @Asynchronous
    public void ended(@Observes(during = TransactionPhase.AFTER_SUCCESS) WorkEnded event) {
        if (event.work().equals(UploadWork.NAME)) run();
    }

    @Schedule(hour = "*", minute = "35", persistent = false)
    public void run() {
        if (!running.tryLock()) return;
        try {
            copies.remove();
        } finally {
            running.unlock();
        }
    }
}
