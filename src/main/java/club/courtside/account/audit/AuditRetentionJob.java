package club.courtside.account.audit;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Every hour, each batch in a transaction of its own; see {@link AuditRetention}. */
@Singleton
@Startup
@DependsOn("Database")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuditRetentionJob {

    private static final Logger LOG = Logger.getLogger(AuditRetentionJob.class.getName());
    private static final int MOST_BATCHES = 500;

    @Inject
    AuditRetention retention;

    @Schedule(hour = "*", minute = "35", persistent = false)
    public void run() {
        int gone = 0;
        for (int batch = 0; batch < MOST_BATCHES; batch++) {
            int some = retention.removeSome();
            gone += some;
            if (some < AuditRetention.AT_ONCE) break;
        }
        if (gone > 0) LOG.log(Level.INFO, "{0} entries of the audit log were old enough to go", gone);
    }
}
