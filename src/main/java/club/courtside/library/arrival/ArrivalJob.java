package club.courtside.library.arrival;

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

/** Takes in what has arrived, as soon as it is all here, and tidies up now and then; on a thread of its own. */
@Singleton
@Startup
@DependsOn("Database")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class ArrivalJob {

    private static final Logger LOG = Logger.getLogger(ArrivalJob.class.getName());
    private static final long TIDY_UP_SECONDS = 300;
    private static final long SOON_SECONDS = 3;
    private static final long PATIENCE_MILLIS = 3000;

    @Inject
    ArrivalExamination examination;

    @Inject
    ArrivalRequests requests;

    @Resource
    ManagedThreadFactory threads;

    private volatile boolean stopping;
    private Thread thread;

    @PostConstruct
    void start() {
        thread = threads.newThread(this::work);
        thread.setName("arrivals");
        thread.start();
    }

    private void work() {
        boolean asked = false;
        while (!stopping) {
            try {
                requests.await(asked ? TIDY_UP_SECONDS : SOON_SECONDS);
                if (stopping) return;
                examination.tidyUp();
                asked = examination.takeIn();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                asked = true;
                LOG.log(Level.WARNING, "uploaded files could not be taken in; it is tried again", e);
            }
        }
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
