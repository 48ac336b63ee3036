package club.courtside.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import javax.sql.DataSource;

/** What the server and the machine provide, for constructors: tests give their own. */
@ApplicationScoped
public class Resources {

    @Produces
    @PersistenceContext(unitName = "courtside")
    private EntityManager entities;

    @Produces
    @Resource(lookup = "java:app/jdbc/courtside")
    private DataSource database;

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
