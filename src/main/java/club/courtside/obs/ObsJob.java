package club.courtside.obs;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;

/** Connects to the OBS Studios of all courts, soon also to those that are new. */
@Singleton
@Startup
@DependsOn({"Database", "DemoClub"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ObsJob {

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    Studios studios;

    @Inject
    ObsReconciliation reconciliation;

    @PostConstruct
    void start() {
        studios.start(threads);
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void run() {
        studios.refresh();
        reconciliation.reconcile();
    }

    @PreDestroy
    void stop() {
        studios.stop();
    }
}
