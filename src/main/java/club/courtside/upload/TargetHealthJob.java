package club.courtside.upload;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;

/** Every minute, so that whoever asks for it is told at once. */
@Singleton
@Startup
@DependsOn("Database")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TargetHealthJob {

    @Inject
    TargetHealth health;

    private final AtomicBoolean looking = new AtomicBoolean();

    @Schedule(hour = "*", minute = "*", second = "20", persistent = false)
    public void run() {
        if (!looking.compareAndSet(false, true)) return;
        try {
            health.look();
        } finally {
            looking.set(false);
        }
    }
}
