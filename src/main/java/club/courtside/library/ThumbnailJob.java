package club.courtside.library;

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
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Makes missing pictures, and strips when no picture is missing: as soon as a recording has ended, and every minute those that failed, sooner when the
 * engine was away. On a thread of its own, because a task handed over in the middle of somebody's transaction would
 * inherit that caller's context.
 */
@Singleton
@Startup
@DependsOn("Database")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class ThumbnailJob {

    private static final Logger LOG = Logger.getLogger(ThumbnailJob.class.getName());
    private static final long RETRY_SECONDS = 60;
    private static final long SOON_SECONDS = 3;
    private static final long PATIENCE_MILLIS = 3000;

    @Inject
    Thumbnails thumbnails;

    @Inject
    Strips strips;

    @Inject
    ThumbnailRequests requests;

    @Resource
    ManagedThreadFactory threads;

    private volatile boolean stopping;
    private Thread thread;

    @PostConstruct
    void start() {
        thread = threads.newThread(this::work);
        thread.setName("thumbnails");
        thread.start();
    }

    private void work() {
        boolean asked = true;
        while (!stopping) {
            try {
                requests.await(asked ? RETRY_SECONDS : SOON_SECONDS);
                if (!stopping) asked = thumbnails.make();
                if (asked && strips.make(this::isQuiet)) requests.ask();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "pictures of videos could not be made; they are tried again", e);
            }
        }
    }

    /** A strip can wait, a thumbnail is looked for at once. */
    private boolean isQuiet() {
        return !stopping && !requests.areWaiting();
    }

    @PreDestroy
    void stop() {
        stopping = true;
        requests.ask();
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
