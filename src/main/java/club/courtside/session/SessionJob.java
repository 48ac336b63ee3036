package club.courtside.session;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Every minute: nothing is left over, neither recordings that nobody records nor sessions that nobody uses. */
@Singleton
@Startup
@DependsOn("Database")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SessionJob {

    @Inject
    EngineReconciliation reconciliation;

    @Inject
    SessionSweep sweep;

    @Schedule(hour = "*", minute = "*", second = "30", persistent = false)
    public void run() {
        reconciliation.reconcile();
        sweep.closeIdle();
    }
}
