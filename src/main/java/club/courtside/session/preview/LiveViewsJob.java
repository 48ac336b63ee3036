package club.courtside.session.preview;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Twice a minute: nobody goes on watching what they may not watch any more. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LiveViewsJob {

    @Inject
    LiveViews views;

    @Schedule(hour = "*", minute = "*", second = "15/30", persistent = false)
    void check() {
        views.check();
    }
}
