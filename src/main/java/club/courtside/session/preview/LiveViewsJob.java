package club.courtside.session.preview;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Every four seconds: nobody goes on watching what they may not watch any more, in a page or from the relay. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LiveViewsJob {

    @Inject
    LiveViews views;

    @Inject
    RelayDoor relay;

    @Schedule(hour = "*", minute = "*", second = "*/4", persistent = false)
    void check() {
        views.check();
        relay.check();
    }
}
