package club.courtside.people;

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

/** Answers those who have forgotten their password, one after the other, on a thread of its own. */
@Singleton
@Startup
@DependsOn("Database")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class ForgottenJob {

    private static final Logger LOG = Logger.getLogger(ForgottenJob.class.getName());

    @Inject
    ForgottenRequests requests;

    @Inject
    ForgottenPasswords passwords;

    @Resource
    ManagedThreadFactory threads;

    private volatile boolean stopping;
    private volatile boolean working;
    private Thread thread;

    @PostConstruct
    void start() {
        thread = threads.newThread(this::work);
        thread.setName("forgotten passwords");
        thread.setDaemon(true);
        thread.start();
    }

    private void work() {
        while (!stopping) {
            try {
                ForgottenRequests.Request request = requests.next();
                working = true;
                passwords.answer(request);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "a forgotten password could not be answered", e);
            } finally {
                working = false;
            }
        }
    }

    /** Only a thread that waits is interrupted: the other may be inside the database. */
    @PreDestroy
    void stop() {
        stopping = true;
        if (!working) thread.interrupt();
    }
}
