package club.courtside.platform;

import club.courtside.settings.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the schema up to date before anything else starts: every other {@code @Startup} bean says
 * {@code @DependsOn("Database")}. Settings that do not exist are refused here as well: nothing has been written yet.
 */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@DataSourceDefinition(
        name = "java:app/jdbc/courtside",
        className = "club.courtside.platform.ClubDatabase",
        minPoolSize = 2,
        maxPoolSize = 16,
        properties = {
            // A PostgreSQL that was away: its connections are found dead when somebody takes one, and all are made
            // anew.
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation",
            "fish.payara.validate-atmost-once-period-in-seconds=1",
            "fish.payara.fail-all-connections=true"
        })
public class Database {

    private static final Logger LOG = Logger.getLogger(Database.class.getName());

    @Resource(lookup = "java:app/jdbc/courtside")
    private DataSource source;

    @PostConstruct
    void prepare() {
        try {
            Settings.ofThisProcess().refuseUnknownNames();
            migrate(source);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "Courtside cannot start: {0}", e.getMessage());
            throw e;
        }
    }

    /** Also what tests do with theirs. */
    public static void migrate(DataSource source) {
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:db/migration", "classpath:db/" + productOf(source))
                .load()
                .migrate();
    }

    /** Where the two differ, each has migrations of its own beside the common ones. */
    private static String productOf(DataSource source) {
        try (Connection connection = source.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not answer: " + e.getMessage(), e);
        }
    }
}
