package club.courtside.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import club.courtside.account.Caller;
import club.courtside.account.User;
import club.courtside.engine.api.RecordingState;
import club.courtside.platform.LiveUpdate;
import club.courtside.platform.Problem;
import club.courtside.platform.ProblemException;
import club.courtside.session.Recording;
import club.courtside.session.TestClub;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkersTest {

    @TempDir
    Path folder;

    private TestLibrary shelf;
    private TestClub club;

    @BeforeEach
    void open_the_library() {
        shelf = new TestLibrary(folder);
        club = shelf.club;
    }

    @AfterEach
    void close_the_library() {
        shelf.close();
    }

    @Test
    void a_moment_of_a_running_match_lies_at_the_same_time_in_all_of_its_angles() {
        club.close(club.player, shelf.session);
        club.anotherAngle("Above");
        UUID both = club.open(club.player);
        var take = club.startAll(club.player, both, 60);
        take.recordings().forEach(angle -> club.report(angle, RecordingState.RECORDING, 0));
        club.clock.passes(Duration.ofMillis(7_250));

        MarkerView marked = in(() -> shelf.marking.markNow(club.player, both, " Bandeja "));

        assertThat(marked.seconds()).isCloseTo(7.25, within(0.001));
        assertThat(marked.label()).isEqualTo("Bandeja");
        for (Recording angle : take.recordings())
            assertThat(shelf.library.view(club.player, angle.id()).markers())
                    .singleElement()
                    .returns(marked.id(), MarkerView::id)
                    .satisfies(moment -> assertThat(moment.seconds()).isCloseTo(7.25, within(0.001)));
        assertThat(changes()).last().satisfies(change -> assertThat(change.videoIds())
                .containsExactlyInAnyOrder(
                        take.recordings().get(0).id(), take.recordings().get(1).id()));
    }

    @Test
    void a_moment_from_before_the_first_picture_lies_at_the_beginning() {
        Recording recording = club.start(club.player, shelf.session, 60);

        in(() -> shelf.marking.markNow(club.player, shelf.session, null));
        club.clock.passes(Duration.ofSeconds(2));
        club.report(recording, RecordingState.RECORDING, 0);

        assertThat(shelf.marking.list(club.player, recording.id()))
                .singleElement()
                .returns(0.0, MarkerView::seconds)
                .returns(null, MarkerView::label);
    }

    @Test
    void moments_of_a_video_stand_in_their_order_and_can_be_named_and_deleted() {
        UUID video = shelf.record();
        MarkerView late = in(() -> shelf.marking.mark(club.player, video, 9.5, null));
        MarkerView early = in(() -> shelf.marking.mark(club.admin, video, 2, "Serve"));

        in(() -> shelf.marking.rename(club.player, video, late.id(), "Point de set"));

        assertThat(shelf.library.details(club.player, video).markers())
                .extracting(MarkerView::seconds)
                .containsExactly(2.0, 9.5);
        assertThat(shelf.marking.list(club.player, video))
                .extracting(MarkerView::label)
                .containsExactly("Serve", "Point de set");
        shelf.in(() -> shelf.marking.remove(club.player, video, early.id()));
        assertThat(shelf.marking.list(club.player, video))
                .extracting(MarkerView::id)
                .containsExactly(late.id());
    }

    @Test
    void a_take_has_its_own_moments() {
        UUID first = shelf.record();
        UUID second = shelf.record();
        MarkerView marker = in(() -> shelf.marking.mark(club.player, first, 3, null));

        assertThat(shelf.marking.list(club.player, second)).isEmpty();
        assertThat(statusOf(() -> shelf.marking.remove(club.player, second, marker.id())))
                .isEqualTo(404);
        assertThat(shelf.library.list(club.player, VideoQuery.EVERYTHING, 1, 20).items())
                .filteredOn(video -> !video.markers().isEmpty())
                .extracting(VideoView::id)
                .containsExactly(first);
    }

    @Test
    void only_the_player_and_their_staff_mark() {
        UUID video = shelf.record();
        for (Caller other : List.of(club.otherPlayer, club.stranger)) {
            assertThat(statusOf(() -> shelf.marking.mark(other, video, 1, null)))
                    .isEqualTo(404);
            assertThat(statusOf(() -> shelf.marking.list(other, video))).isEqualTo(404);
        }

        club.start(club.player, shelf.session, 60);

        assertThat(statusOf(() -> shelf.marking.markNow(club.otherPlayer, shelf.session, null)))
                .isEqualTo(403);
        assertThat(statusOf(() -> shelf.marking.markNow(club.stranger, shelf.session, null)))
                .isEqualTo(404);
        in(() -> shelf.marking.markNow(club.admin, shelf.session, null));
    }

    @Test
    void nothing_is_marked_while_nothing_is_recorded() {
        assertThat(statusOf(() -> shelf.marking.markNow(club.player, shelf.session, null)))
                .isEqualTo(409);
        assertThat(statusOf(() -> shelf.marking.markNow(club.player, UUID.randomUUID(), null)))
                .isEqualTo(404);
    }

    @Test
    void a_moment_outside_of_the_video_is_refused_and_so_is_a_wild_label() {
        UUID video = shelf.record();

        for (double seconds : new double[] {-0.1, 12.5, Double.NaN, Double.POSITIVE_INFINITY})
            assertThat(fieldOf(() -> shelf.marking.mark(club.player, video, seconds, null)))
                    .isEqualTo("seconds");
        for (String label : List.of("x".repeat(101), "two\nlines"))
            assertThat(fieldOf(() -> shelf.marking.mark(club.player, video, 1, label)))
                    .isEqualTo("label");
    }

    @Test
    void a_moment_too_many_is_refused_until_one_is_deleted() {
        UUID video = shelf.record();
        MarkerView first = in(() -> shelf.marking.mark(club.player, video, 0, null));
        addMoments(video, MarkerLedger.MOST - 1);

        assertThat(catchThrowableOfType(ProblemException.class, () -> shelf.marking.mark(club.player, video, 2, null))
                        .problem())
                .returns(409, Problem::status)
                .returns("too_many_moments", Problem::reason);

        shelf.in(() -> shelf.marking.remove(club.player, video, first.id()));
        in(() -> shelf.marking.mark(club.player, video, 2, null));
    }

    /** Past the ledger, which looks at all of them each time. */
    private void addMoments(UUID videoId, int count) {
        shelf.in(() -> {
            Video video = shelf.videos.find(videoId).orElseThrow();
            User player = club.database.entities().find(User.class, club.player.id());
            for (int i = 0; i < count; i++) shelf.markers.add(new Marker(video, 1, new MarkerLabel(null), player));
        });
    }

    private List<MarkersChanged> changes() {
        return club.updates.fired().stream()
                .filter(update -> update.event().equals("markers_changed"))
                .map(LiveUpdate::data)
                .map(MarkersChanged.class::cast)
                .toList();
    }

    private <T> T in(Supplier<T> work) {
        return club.in(work);
    }

    private static int statusOf(ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).status();
    }

    private static String fieldOf(ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).problem().field();
    }
}
