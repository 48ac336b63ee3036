package club.courtside.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;

/** What the server and the machine provide, for constructors: tests give their own. */
@ApplicationScoped
public class Resources {

    @Produces
    @PersistenceContext(unitName = "courtside")
    private EntityManager entities;

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
