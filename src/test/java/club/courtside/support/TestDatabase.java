package club.courtside.support;

import club.courtside.platform.ClubDatabase;
import club.courtside.platform.Database;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.eclipse.persistence.jpa.PersistenceProvider;

/**
 * The real schema on a real H2 in memory, or on a real PostgreSQL where the tests run with that, seen through the server's
 * own JPA. One for each test; close it.
 */
public final class TestDatabase implements AutoCloseable {

    private final DataSource source;
    private final Runnable end;
    private final EntityManagerFactory factory;
    private final EntityManager entities;

    public TestDatabase() {
        this(PostgresServer.isChosen());
    }

    /** On PostgreSQL whatever the tests run with. */
    public static TestDatabase onPostgres() {
        return new TestDatabase(true);
    }

    private TestDatabase(boolean postgres) {
        if (postgres) {
            PostgresServer server = PostgresServer.shared();
            String name = server.withSchema();
            source = server.at(name);
            end = () -> server.drop(name);
        } else {
            source = ClubDatabase.inMemory(UUID.randomUUID().toString());
            Database.migrate(source);
            end = this::shutDown;
        }
        factory = new PersistenceProvider()
                .createContainerEntityManagerFactory(
                        new TestPersistenceUnit(source), Map.of("eclipselink.logging.level", "WARNING"));
        entities = factory.createEntityManager();
    }

    /** What repositories take in their constructors. */
    public EntityManager entities() {
        return entities;
    }

    /** In one transaction; afterwards nothing is remembered, so that what follows is read from the database. */
    public void inTransaction(Runnable work) {
        inTransaction(() -> {
            work.run();
            return null;
        });
    }

    public <T> T inTransaction(Supplier<T> work) {
        entities.getTransaction().begin();
        try {
            T result = work.get();
            entities.getTransaction().commit();
            return result;
        } finally {
            if (entities.getTransaction().isActive()) entities.getTransaction().rollback();
            entities.clear();
        }
    }

    /** For statements that repositories don't make. */
    public DataSource source() {
        return source;
    }

    @Override
    public void close() {
        entities.close();
        factory.close();
        end.run();
    }

    private void shutDown() {
        try (Connection connection = source.getConnection()) {
            connection.createStatement().execute("shutdown");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
