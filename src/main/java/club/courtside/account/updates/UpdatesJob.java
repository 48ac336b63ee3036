package club.courtside.account.updates;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Looks after the listeners twice a minute: proxies cut connections on which nothing happens. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class UpdatesJob {

    @Inject
    UpdateClients clients;

    @Schedule(hour = "*", minute = "*", second = "*/30", persistent = false)
    void refresh() {
        clients.refresh();
    }
}
