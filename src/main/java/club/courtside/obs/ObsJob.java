package club.courtside.obs;

import club.courtside.platform.DatabaseAway;
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
import jakarta.inject.Inject;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Connects to the OBS Studios of all courts, within seconds also to those that are new. */
@Startup
@Singleton
@DependsOn({"Database", "DemoClub"})
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class ObsJob {

    private static final Logger LOG = Logger.getLogger(ObsJob.class.getName());
    private static final long EVERY_SECONDS = 5;
    private static final long PATIENCE_MILLIS = 3000;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private Studios studios;

    @Inject
    private ObsReconciliation reconciliation;

    private final CountDownLatch stop = new CountDownLatch(1);
    private Thread thread;

    @PostConstruct
    void start() {
        studios.start(threads);
        thread = threads.newThread(this::work);
        thread.setName("obs");
        thread.start();
    }

    private void work() {
        try {
            do {
                try {
                    studios.refresh();
                    reconciliation.reconcile();
                } catch (RuntimeException e) {
                    Level level = DatabaseAway.isReasonOf(e) ? Level.FINE : Level.WARNING;
                    LOG.log(level, "OBS Studios could not be looked after; it is tried again", e);
                }
            } while (!stop.await(EVERY_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @PreDestroy
    void stop() {
        stop.countDown();
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        studios.stop();
    }
}
