package club.courtside.library;

import club.courtside.court.ClubLeft;
import club.courtside.court.EngineConnected;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Makes catalogue and disk agree after each start and every hour, on a thread of its own that nobody waits for. It begins
 * some seconds after an engine has come, so that running recordings and the first pages go first.
 */
@Singleton
@Startup
@DependsOn("Database")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class VideoReconciliationJob {

    private static final Logger LOG = Logger.getLogger(VideoReconciliationJob.class.getName());
    private static final long LET_OTHERS_GO_FIRST_SECONDS = 5;
    private static final long PATIENCE_MILLIS = 3000;

    @Inject
    VideoReconciliation reconciliation;

    @Inject
    ThumbnailRequests pictures;

    @Resource
    ManagedThreadFactory threads;

    private final Semaphore asked = new Semaphore(0);
    private final Semaphore end = new Semaphore(0);
    private Thread thread;

    @PostConstruct
    void start() {
        thread = threads.newThread(this::work);
        thread.setName("video-reconciliation");
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    public void connected(@Observes EngineConnected event) {
        asked.release();
    }

    /** Its files shall go. */
    public void clubLeft(@Observes(during = TransactionPhase.AFTER_SUCCESS) ClubLeft event) {
        asked.release();
    }

    private void work() {
        try {
            while (true) {
                asked.tryAcquire(1, TimeUnit.HOURS);
                if (end.tryAcquire(LET_OTHERS_GO_FIRST_SECONDS, TimeUnit.SECONDS)) return;
                asked.drainPermits();
                makeAgree();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What was found or lost may need its picture, as all do after a backup was restored. */
    private void makeAgree() {
        try {
            if (reconciliation.makeAgree() > 0) pictures.ask();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "catalogue and disk could not be compared; it is tried again later", e);
        }
    }

    @PreDestroy
    void stop() {
        end.release();
        asked.release();
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
