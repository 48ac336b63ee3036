package club.courtside.account.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import club.courtside.account.Caller;
import club.courtside.account.Role;
import club.courtside.platform.CurrentSettings;
import club.courtside.platform.LiveUpdate;
import club.courtside.platform.ProblemException;
import club.courtside.settings.Settings;
import club.courtside.support.FiredEvents;
import club.courtside.support.SettableClock;
import club.courtside.support.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuditTest {

    private static final UUID OURS = UUID.randomUUID();
    private static final UUID THEIRS = UUID.randomUUID();
    private static final UUID MATCH = UUID.randomUUID();

    private final TestDatabase database = new TestDatabase();
    private final SettableClock clock = new SettableClock();
    private final FiredEvents<LiveUpdate> updates = new FiredEvents<>();
    private final Audit audit = new Audit(database.entities(), clock, updates);
    private final AuditLog log = new AuditLog(database.entities());
    private final Caller operator = caller("Camille", Role.SUPER_ADMIN);
    private final Caller staff = caller("Julien", Role.CLUB_ADMIN, OURS);
    private final Caller player = caller("Inès", Role.PLAYER, OURS).cameFrom("192.0.2.7");

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void it_says_who_did_what_to_what_and_from_where() {
        in(() -> audit.tells(player, AuditAction.VIDEO_RENAMED, OURS, MATCH, "Match", "Final"));

        assertThat(found(staff, AuditQuery.EVERYTHING)).singleElement().satisfies(line -> {
            assertThat(line.at()).isEqualTo(clock.instant());
            assertThat(line.who()).isEqualTo("Inès");
            assertThat(line.whoId()).isEqualTo(player.id());
            assertThat(line.action()).isEqualTo(AuditAction.VIDEO_RENAMED);
            assertThat(line.clubId()).isEqualTo(OURS);
            assertThat(line.subjectId()).isEqualTo(MATCH);
            assertThat(line.subject()).isEqualTo("Match");
            assertThat(line.detail()).isEqualTo("Final");
            assertThat(line.address()).isEqualTo("192.0.2.7");
        });
    }

    @Test
    void staff_read_of_their_own_clubs_only() {
        in(() -> audit.tells(player, AuditAction.VIDEO_DELETED, OURS, MATCH, "ours"));
        in(() -> audit.tells(player, AuditAction.VIDEO_DELETED, THEIRS, MATCH, "theirs"));
        in(() -> audit.tells(operator, AuditAction.SETTINGS_CHANGED, null, MATCH, "all"));

        assertThat(found(staff, AuditQuery.EVERYTHING))
                .extracting(AuditLine::subject)
                .containsExactly("ours");
        assertThat(found(operator, AuditQuery.EVERYTHING)).hasSize(3);
        assertThat(log.count(operator, AuditQuery.EVERYTHING)).isEqualTo(3);
        assertThat(found(caller("Nobody", Role.CLUB_ADMIN), AuditQuery.EVERYTHING))
                .isEmpty();
    }

    @Test
    void it_is_searched_by_names_of_people_and_of_what_it_was_done_to() {
        in(() -> audit.tells(player, AuditAction.VIDEO_DELETED, OURS, MATCH, "Final 100%"));
        in(() -> audit.tells(staff, AuditAction.VIDEO_KEPT, OURS, MATCH, "Semi-final"));

        assertThat(found(staff, named("INÈS"))).hasSize(1);
        assertThat(found(staff, named("final"))).hasSize(2);
        assertThat(found(staff, named("100%"))).hasSize(1);
        assertThat(found(staff, named("%"))).hasSize(1);
    }

    private static AuditQuery named(String text) {
        return new AuditQuery(null, null, text, null, null, null);
    }

    @Test
    void entries_go_in_batches_when_they_are_older_than_the_setting() {
        in(() -> {
            for (int i = 0; i < AuditRetention.AT_ONCE + 1; i++)
                audit.tells(player, AuditAction.VIDEO_WATCHED, OURS, MATCH, "old");
        });
        clock.passes(Duration.ofDays(365));
        in(() -> audit.tells(player, AuditAction.VIDEO_WATCHED, OURS, MATCH, "new"));
        assertThat(removed("365")).isZero();

        clock.passes(Duration.ofSeconds(1));

        assertThat(removed("0")).isZero();
        assertThat(removed("365")).isEqualTo(AuditRetention.AT_ONCE);
        assertThat(removed("365")).isEqualTo(1);
        assertThat(found(staff, AuditQuery.EVERYTHING))
                .extracting(AuditLine::subject)
                .containsExactly("new");
    }

    private int removed(String days) {
        var settings = new CurrentSettings(
                new Settings(new Properties(), Map.of("COURTSIDE_AUDIT_DAYS", days), Path.of("nowhere")));
        return database.inTransaction(() -> new AuditRetention(database.entities(), settings, clock).removeSome());
    }

    @Test
    void another_clubs_log_does_not_exist_and_players_read_none() {
        assertThat(refused(staff, new AuditQuery(THEIRS, null, null, null, null)))
                .isEqualTo(404);
        assertThat(refused(player, AuditQuery.EVERYTHING)).isEqualTo(403);
    }

    @Test
    void one_looks_for_an_action_a_user_and_a_time() {
        in(() -> audit.tells(player, AuditAction.VIDEO_WATCHED, OURS, MATCH, "early"));
        clock.passes(Duration.ofDays(1));
        in(() -> audit.tells(player, AuditAction.VIDEO_DELETED, OURS, MATCH, "late"));
        in(() -> audit.tells(operator, AuditAction.USER_DISABLED, OURS, player.id(), "Inès"));

        assertThat(subjects(new AuditQuery(null, null, AuditAction.VIDEO_DELETED, null, null)))
                .containsExactly("late");
        assertThat(subjects(new AuditQuery(null, player.id(), null, clock.instant(), null)))
                .containsExactlyInAnyOrder("late", "Inès");
        assertThat(subjects(new AuditQuery(OURS, null, null, null, clock.instant())))
                .containsExactly("early");
    }

    @Test
    void a_viewing_is_told_once_an_hour() {
        assertThat(watches()).isTrue();
        clock.passes(Duration.ofMinutes(59));
        assertThat(watches()).isFalse();
        clock.passes(Duration.ofMinutes(2));
        assertThat(watches()).isTrue();
    }

    @Test
    void what_was_rolled_back_is_not_told() {
        catchThrowableOfType(
                IllegalStateException.class,
                () -> in(() -> {
                    audit.tells(player, AuditAction.VIDEO_DELETED, OURS, MATCH, "Match");
                    throw new IllegalStateException();
                }));

        assertThat(found(operator, AuditQuery.EVERYTHING)).isEmpty();
    }

    @Test
    void names_may_be_of_any_length_and_ids_may_be_missing() {
        in(() -> audit.tells(player, AuditAction.VIDEO_RENAMED, OURS, null, "x".repeat(10_000), "y".repeat(10_000)));

        assertThat(found(staff, AuditQuery.EVERYTHING)).singleElement().satisfies(line -> {
            assertThat(line.subjectId()).isNull();
            assertThat(line.subject()).hasSize(254);
            assertThat(line.detail()).hasSize(500);
        });
    }

    @Test
    void staff_hear_of_it_at_once_and_other_players_do_not() {
        in(() -> audit.tells(player, AuditAction.VIDEO_DELETED, OURS, MATCH, "Match"));

        assertThat(updates.fired()).singleElement().satisfies(update -> {
            assertThat(update.clubId()).isEqualTo(OURS);
            assertThat(update.ownerId()).isEqualTo(player.id());
        });
    }

    @ParameterizedTest
    @EnumSource
    void every_action_has_its_words(AuditAction action) {
        assertThat(ResourceBundle.getBundle("club.courtside.messages").getString(action.getText()))
                .isNotBlank();
    }

    private boolean watches() {
        return database.inTransaction(
                () -> audit.tellsOnceAnHour(player, AuditAction.VIDEO_WATCHED, OURS, MATCH, "Match"));
    }

    private List<String> subjects(AuditQuery query) {
        return found(operator, query).stream().map(AuditLine::subject).toList();
    }

    private List<AuditLine> found(Caller caller, AuditQuery query) {
        return log.search(caller, query, 0, 50);
    }

    private int refused(Caller caller, AuditQuery query) {
        return catchThrowableOfType(ProblemException.class, () -> found(caller, query))
                .status();
    }

    private void in(Runnable work) {
        database.inTransaction(work);
    }

    private static Caller caller(String name, Role role, UUID... clubs) {
        return new Caller(UUID.randomUUID(), name + "@club.example", name, role, Set.of(clubs));
    }
}
