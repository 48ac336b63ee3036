package club.courtside.health;

import club.courtside.court.Clubs;
import club.courtside.platform.LiveUpdate;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Tells open health pages when something got better or worse. */
@Singleton
@Startup
@DependsOn("Database")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HealthJob {

    /** The data of the live update {@code health_changed}; what is wrong, one asks for. */
    record Change(Verdict status) {}

    @Inject
    SystemChecks checks;

    @Inject
    Clubs clubs;

    @Inject
    Event<LiveUpdate> updates;

    private volatile HealthReport last;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    public void look() {
        HealthReport now = checks.report();
        boolean changed = !now.saysTheSameAs(last);
        last = now;
        if (!changed || now.checks().stream().anyMatch(check -> "unreachable".equals(check.reason()))) return;
        clubs.all()
                .forEach(club ->
                        updates.fire(new LiveUpdate("health_changed", club.id(), null, new Change(now.status()))));
    }
}
