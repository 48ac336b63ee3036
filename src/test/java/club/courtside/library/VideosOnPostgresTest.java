package club.courtside.library;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.account.Caller;
import club.courtside.account.Role;
import club.courtside.account.User;
import club.courtside.court.Club;
import club.courtside.support.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The library's queries on a real PostgreSQL, whatever database the other tests run with. */
class VideosOnPostgresTest {

    private static final Instant BEGIN = Instant.parse("2026-03-14T19:00:00Z");

    private final TestDatabase database = TestDatabase.onPostgres();
    private final Videos videos = new Videos(database.entities());
    private final Club lac = new Club("Padel du Lac", "lac", ZoneId.of("Europe/Paris"));
    private final Club port = new Club("Padel du Port", "port", ZoneId.of("Europe/Paris"));
    private Caller operator;
    private Caller staff;
    private Caller player;

    @BeforeEach
    void fill() {
        database.inTransaction(() -> {
            database.entities().persist(lac);
            database.entities().persist(port);
            operator = user("camille", Role.SUPER_ADMIN);
            staff = user("julien", Role.CLUB_ADMIN);
            player = user("ines", Role.PLAYER);
            add(lac, "Final", 0);
            add(lac, "americano 100%", 1);
            add(lac, "Training", 2);
            add(port, "Semi-final", 3);
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Caller user(String name, Role role) {
        User user = new User(name + "@lac.example", name, role, "no password");
        user.joins(lac.id());
        database.entities().persist(user);
        return user.asCaller();
    }

    private void add(Club club, String title, int hours) {
        videos.add(new Video(club, title + ".mp4", title, BEGIN.plus(Duration.ofHours(hours)), BEGIN));
    }

    @Test
    void each_order_is_that_of_all_clubs_or_of_ones_own() {
        assertThat(found(operator, sorted(VideoSort.NEWEST)))
                .containsExactly("Semi-final", "Training", "americano 100%", "Final");
        assertThat(found(operator, sorted(VideoSort.OLDEST)))
                .containsExactly("Final", "americano 100%", "Training", "Semi-final");
        assertThat(found(staff, sorted(VideoSort.TITLE))).containsExactly("americano 100%", "Final", "Training");
        assertThat(found(staff, sorted(VideoSort.LARGEST))).hasSize(3);
        assertThat(found(staff, sorted(VideoSort.LONGEST))).hasSize(3);
        assertThat(found(player, VideoQuery.EVERYTHING)).isEmpty();
    }

    @Test
    void words_are_found_in_titles_whatever_their_case() {
        assertThat(found(operator, new VideoQuery(null, "FINAL"))).containsExactly("Semi-final", "Final");
        assertThat(found(staff, new VideoQuery(null, "final"))).containsExactly("Final");
        assertThat(found(staff, new VideoQuery(null, "0%"))).containsExactly("americano 100%");
        assertThat(found(staff, new VideoQuery(null, "%"))).containsExactly("americano 100%");
        assertThat(found(staff, new VideoQuery(null, "nowhere"))).isEmpty();
    }

    @Test
    void pages_and_times_cut_what_is_found() {
        assertThat(videos.search(operator, VideoQuery.EVERYTHING, 1, 2))
                .extracting(Video::title)
                .containsExactly("Training", "americano 100%");
        VideoQuery oneHour = new VideoQuery(
                lac.id(), null, Origin.IMPORT, BEGIN.plusSeconds(1), BEGIN.plusSeconds(7200), VideoSort.NEWEST);
        assertThat(found(operator, oneHour)).containsExactly("americano 100%");
        assertThat(videos.count(operator, oneHour)).isEqualTo(1);
    }

    private static VideoQuery sorted(VideoSort sort) {
        return new VideoQuery(null, null, null, null, null, sort);
    }

    private List<String> found(Caller caller, VideoQuery query) {
        List<String> titles =
                videos.search(caller, query, 0, 10).stream().map(Video::title).toList();
        assertThat(videos.count(caller, query)).isEqualTo(titles.size());
        return titles;
    }
}
