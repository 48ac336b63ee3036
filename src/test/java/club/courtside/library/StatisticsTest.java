package club.courtside.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import club.courtside.court.Cameras;
import club.courtside.court.Clubs;
import club.courtside.court.CourtAccess;
import club.courtside.court.Courts;
import club.courtside.platform.ProblemException;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatisticsTest {

    @TempDir
    Path folder;

    private TestLibrary shelf;
    private Statistics statistics;

    @BeforeEach
    void open_the_library() {
        shelf = new TestLibrary(folder);
        EntityManager entities = shelf.club.database.entities();
        CourtAccess courts = new CourtAccess(new Clubs(entities), new Courts(entities), new Cameras(entities));
        statistics = new Statistics(entities, courts, shelf.club.clock);
    }

    @AfterEach
    void close_the_library() {
        shelf.close();
    }

    @Test
    void a_clubs_statistics_count_what_its_library_shows() {
        shelf.record();
        UUID second = shelf.record();
        UUID deleted = shelf.record();
        shelf.in(() -> shelf.ledger.delete(shelf.club.admin, deleted));

        ClubStatistics found = statistics.of(shelf.club.admin, "lac");

        assertThat(found.videos())
                .isEqualTo(shelf.library.count(shelf.club.admin, VideoQuery.EVERYTHING))
                .isEqualTo(2);
        assertThat(found.hours()).isCloseTo(24 / 3600.0, within(1e-9));
        assertThat(found.bytes()).isEqualTo(2 * shelf.video(second).bytes());
        assertThat(found.thisMonth())
                .returns("2026-03", ClubStatistics.Month::month)
                .returns(2L, ClubStatistics.Month::videos);
        assertThat(found.months()).hasSize(12).first().returns("2025-04", ClubStatistics.Month::month);
    }

    /** In Paris, April begins two hours before it does in UTC. */
    @Test
    void a_month_begins_by_the_clubs_clock() {
        Instant firstOfApril = ZonedDateTime.parse("2026-04-01T00:30:00+02:00").toInstant();
        shelf.club.clock.passes(Duration.between(shelf.club.clock.instant(), firstOfApril));

        shelf.record();

        assertThat(statistics.of(shelf.club.admin, "lac").thisMonth())
                .returns("2026-04", ClubStatistics.Month::month)
                .returns(1L, ClubStatistics.Month::videos);
    }

    @Test
    void only_those_who_run_the_club_see_them() {
        assertThat(catchThrowableOfType(ProblemException.class, () -> statistics.of(shelf.club.player, "lac"))
                        .status())
                .isEqualTo(403);
        assertThat(catchThrowableOfType(ProblemException.class, () -> statistics.of(shelf.club.stranger, "lac"))
                        .status())
                .isEqualTo(404);
    }
}
