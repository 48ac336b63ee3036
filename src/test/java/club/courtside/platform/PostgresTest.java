package club.courtside.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.courtside.account.Role;
import club.courtside.account.User;
import club.courtside.account.Users;
import club.courtside.court.Club;
import club.courtside.support.PostgresServer;
import club.courtside.support.TestDatabase;
import jakarta.persistence.RollbackException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The schema and its locks on a real PostgreSQL, whatever database the other tests run with. */
class PostgresTest {

    @Test
    void every_migration_runs_from_empty_and_only_once() throws Exception {
        ClubDatabase database = PostgresServer.shared().empty();

        Database.migrate(database);
        Database.migrate(database);

        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery("select count(*) from shares")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isZero();
        }
    }

    @Test
    void who_is_member_of_a_club_is_found_there() {
        try (TestDatabase database = TestDatabase.onPostgres()) {
            UUID club = aClub(database);
            User ana = new User("ana@lac.example", "Ana", Role.PLAYER, "no password");
            ana.joins(club);
            database.inTransaction(() -> database.entities().persist(ana));

            assertThat(new Users(database.entities()).membersOf(club))
                    .extracting(User::email)
                    .containsExactly("ana@lac.example");
        }
    }

    @Test
    void an_address_is_taken_once() {
        try (TestDatabase database = TestDatabase.onPostgres()) {
            persist(database, new User("ana@lac.example", "Ana", Role.PLAYER, "no password"));

            assertThatThrownBy(() -> persist(database, new User("ana@lac.example", "Ana", Role.PLAYER, "no password")))
                    .isInstanceOf(RollbackException.class)
                    .hasStackTraceContaining("users_email_key");
        }
    }

    @Test
    void operators_are_locked_until_whoever_changes_them_has_done_so() {
        try (TestDatabase database = TestDatabase.onPostgres()) {
            persist(database, new User("camille@courtside.example", "Camille", Role.SUPER_ADMIN, "no password"));

            database.inTransaction(() -> {
                assertThat(new Users(database.entities()).operatorsLocked()).hasSize(1);
                assertThatThrownBy(() -> lock(database))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("could not obtain lock");
            });
        }
    }

    private static void lock(TestDatabase database) throws SQLException {
        try (Connection another = database.source().getConnection()) {
            another.createStatement().executeQuery("select id from users for update nowait");
        }
    }

    private static void persist(TestDatabase database, User user) {
        database.inTransaction(() -> database.entities().persist(user));
    }

    private static UUID aClub(TestDatabase database) {
        Club club = new Club("Padel du Lac", "lac", ZoneId.of("Europe/Paris"));
        database.inTransaction(() -> database.entities().persist(club));
        return club.id();
    }
}
