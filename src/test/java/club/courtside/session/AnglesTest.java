package club.courtside.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import club.courtside.account.Caller;
import club.courtside.account.User;
import club.courtside.court.Camera;
import club.courtside.court.CameraState;
import club.courtside.court.EngineConnected;
import club.courtside.engine.api.Reason;
import club.courtside.engine.api.RecordingState;
import club.courtside.platform.LiveUpdate;
import club.courtside.platform.ProblemException;
import club.courtside.session.wall.AngleTile;
import club.courtside.session.wall.CourtTile;
import jakarta.persistence.PersistenceException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A court with two cameras: they are opened, recorded and stopped together, and one does not harm the other. */
class AnglesTest {

    private static final Reason AWAY = new Reason("unreachable", "The camera cannot be reached.");

    @TempDir
    Path folder;

    private TestClub club;
    private Camera above;

    @BeforeEach
    void open_the_club() {
        club = new TestClub(folder);
        above = club.anotherAngle("Above");
    }

    @AfterEach
    void close_the_club() {
        club.close();
    }

    @Test
    void a_court_is_opened_with_all_of_its_cameras_the_main_one_first() {
        Session session = session(club.open(club.player));

        assertThat(session.feedIds()).containsExactly(club.camera.id(), above.id());
        assertThat(club.sessions.countOpen()).isEqualTo(1);
    }

    @Test
    void a_camera_can_be_opened_alone() {
        Session session = openOnly(club.player, above).value();

        assertThat(session.feedIds()).containsExactly(above.id());
        assertThat(openOnly(club.player, above).created()).isFalse();
    }

    @Test
    void a_camera_of_an_open_court_cannot_be_opened_alone() {
        club.open(club.player);

        String camera = above.id().toString();
        assertThat(refused(() -> club.opener.open(club.otherPlayer, "central", camera))
                        .status())
                .isEqualTo(409);
        assertThat(refused(() -> club.opener.open(club.player, "central", camera))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void a_camera_that_somebody_uses_alone_is_left_out() {
        openOnly(club.admin, above);

        assertThat(session(club.open(club.player)).feedIds()).containsExactly(club.camera.id());
    }

    @Test
    void no_camera_has_two_open_sessions_whoever_presses_at_the_same_moment() {
        club.open(club.player);

        assertThat(catchThrowableOfType(
                        PersistenceException.class,
                        () -> club.database.inTransaction(() -> {
                            club.sessions.add(new Session(List.of(above), opener(), club.clock.instant()));
                        })))
                .isNotNull();
    }

    @Test
    void a_court_opens_although_its_second_camera_is_away() {
        club.engine.refuses(above.id().toString(), AWAY);

        assertThat(session(club.open(club.player)).feedIds()).contains(above.id());
    }

    @Test
    void a_court_whose_main_camera_is_away_does_not_open() {
        club.engine.refuses(club.camera.id().toString(), AWAY);

        assertThat(refused(() -> club.opener.open(club.player, "central", null))
                        .problem()
                        .reason())
                .isEqualTo("unreachable");
    }

    @Test
    void one_start_records_every_angle_in_a_file_of_its_own() {
        UUID session = club.open(club.player);

        Take take = club.startAll(club.player, session, 60);

        assertThat(take.recordings())
                .extracting(Recording::file)
                .containsExactly(file(session, ""), file(session, "-2"));
        assertThat(take.recordings()).extracting(Recording::feedId).containsExactly(club.camera.id(), above.id());
        assertThat(club.engine.recordings.values())
                .extracting(spec -> spec.feedId())
                .as("told at the same moment")
                .containsExactlyInAnyOrder(
                        club.camera.id().toString(), above.id().toString());
        assertThat(take.recordings())
                .extracting(Recording::plannedEndAt)
                .containsOnly(take.main().plannedEndAt());
    }

    @Test
    void the_next_take_goes_on_counting_the_files() {
        UUID session = club.open(club.player);
        club.startAll(club.player, session, 60);
        club.stop(club.player, session);

        Take second = club.startAll(club.player, session, 60);

        assertThat(second.number()).isEqualTo(2);
        assertThat(second.recordings())
                .extracting(Recording::file)
                .containsExactly(file(session, "-3"), file(session, "-4"));
    }

    @Test
    void the_same_start_again_means_the_running_take() {
        UUID session = club.open(club.player);
        Take running = club.startAll(club.player, session, 60);

        Take again = club.startAll(club.player, session, 60);

        assertThat(again.recordings())
                .extracting(Recording::id)
                .containsExactlyElementsOf(
                        running.recordings().stream().map(Recording::id).toList());
        assertThat(club.engine.recordings).hasSize(2);
    }

    @Test
    void a_take_runs_as_long_as_one_of_its_angles_does() {
        UUID session = club.open(club.player);
        Take take = club.startAll(club.player, session, 60);
        club.in(() -> {
            club.ledger.fail(take.main().id(), AWAY);
            return null;
        });

        assertThat(club.startAll(club.player, session, 60).main().id())
                .isEqualTo(take.main().id());
        assertThat(refused(() -> club.opener.close(club.player, session)).status())
                .isEqualTo(409);
    }

    @Test
    void an_angle_that_the_engine_refuses_fails_alone() {
        UUID session = club.open(club.player);
        club.engine.refuses(above.id().toString(), new Reason("unsupported_codec", "VP8 cannot be kept."));

        Take take = club.startAll(club.player, session, 60);

        assertThat(take.main().state()).isEqualTo(RecordingState.STARTING);
        assertThat(take.others()).singleElement().satisfies(angle -> {
            assertThat(angle.state()).isEqualTo(RecordingState.FAILED);
            assertThat(angle.reason().code()).isEqualTo("unsupported_codec");
        });
    }

    @Test
    void without_its_main_angle_there_is_no_take() {
        UUID session = club.open(club.player);
        club.engine.refuses(club.camera.id().toString(), AWAY);

        int status = club.in(() -> catchThrowableOfType(
                        ProblemException.class,
                        () -> club.recorder.start(club.player, session, new StartRequest(null, null, null))))
                .status();

        assertThat(status).isEqualTo(422);
        assertThat(club.engine.ended).containsOnlyKeys(club.engine.recordings.keySet());
        assertThat(latest(session).recordings())
                .extracting(Recording::state)
                .containsExactly(RecordingState.FAILED, RecordingState.FAILED);
    }

    @Test
    void a_stop_ends_all_angles_at_the_same_time() {
        UUID session = club.open(club.player);
        club.startAll(club.player, session, 60);
        club.engine.answersStopsTogether(2);

        club.stop(club.player, session);

        assertThat(latest(session).recordings()).extracting(Recording::state).containsOnly(RecordingState.COMPLETED);
    }

    @Test
    void an_extension_moves_the_end_of_every_angle() {
        UUID session = club.open(club.player);
        club.startAll(club.player, session, 60);

        club.in(() -> club.recorder.extend(club.player, session, new RecordMinutes(30)));

        assertThat(club.engine.recordings.values())
                .extracting(spec -> spec.endsAt())
                .containsOnly(club.clock.instant().plus(Duration.ofMinutes(90)));
    }

    @Test
    void closing_a_session_ends_all_of_its_angles_and_leaves_the_cameras_to_others() {
        UUID session = club.open(club.player);
        club.startAll(club.player, session, 60);

        club.in(() -> club.recorder.close(club.player, session));

        assertThat(latest(session).hasEnded()).isTrue();
        assertThat(openOnly(club.otherPlayer, above).created()).isTrue();
    }

    @Test
    void the_disk_must_have_room_for_every_angle() {
        UUID session = club.open(club.player);

        long both = club.orders.expectedRate(session(session).feedIds());

        assertThat(both).isEqualTo(2 * 4_000_000);
    }

    @Test
    void after_a_crash_of_the_engine_each_angle_goes_on_from_its_own_first_frame() {
        UUID session = club.open(club.player);
        Take take = club.startAll(club.player, session, 60);
        Recording late = take.others().get(0);
        var first = club.clock.instant();
        club.report(take.main(), RecordingState.RECORDING, 0);
        club.clock.passes(Duration.ofMinutes(10));
        club.engine.forgetsEverything();

        club.database.inTransaction(() -> club.reconciliation.connected(new EngineConnected(club.engine.status())));

        var specs = club.engine.recordings;
        assertThat(specs.get(take.main().id().toString()).startedAt()).isEqualTo(first);
        assertThat(specs.get(late.id().toString()).startedAt()).isNull();
        assertThat(specs.values()).extracting(spec -> spec.endsAt()).containsOnly(first.plus(Duration.ofMinutes(60)));
    }

    @Test
    void what_one_angle_finished_while_the_application_was_away_is_taken_over_alone() {
        UUID session = club.open(club.player);
        Take take = club.startAll(club.player, session, 60);
        club.engine.stopRecording(take.others().get(0).id().toString());

        club.database.inTransaction(() -> club.reconciliation.reconcile());

        assertThat(latest(session).recordings()).extracting(Recording::hasEnded).containsExactly(false, true);
    }

    @Test
    void a_session_whose_match_is_over_leaves_the_court_to_the_next_player() {
        UUID first = club.open(club.player);
        assertThat(refused(() -> club.opener.open(club.otherPlayer, "central", null))
                        .status())
                .as("nothing was recorded yet")
                .isEqualTo(409);
        club.startAll(club.player, first, 60);
        assertThat(refused(() -> club.opener.open(club.otherPlayer, "central", null))
                        .status())
                .as("a match is recorded")
                .isEqualTo(409);
        club.stop(club.player, first);

        assertThat(club.board.court(club.otherPlayer, "central").mayRecord()).isTrue();
        UUID second = club.open(club.otherPlayer);

        assertThat(session(first).isOpen()).isFalse();
        assertThat(session(second).feedIds()).containsExactly(club.camera.id(), above.id());
        assertThat(club.events.fired(SessionClosed.class)).hasSize(1);
    }

    @Test
    void the_wall_says_which_angle_is_lost() {
        UUID session = club.open(club.player);
        Take take = club.startAll(club.player, session, 60);
        club.report(take.main(), RecordingState.RECORDING, 3);
        club.report(take.others().get(0), RecordingState.INTERRUPTED, 3);

        CourtTile tile = club.board.court(club.player, "central");

        assertThat(tile.angles()).extracting(AngleTile::name).containsExactly("Main", "Above");
        assertThat(tile.angles())
                .extracting(AngleTile::state)
                .containsExactly(CameraState.RECORDING, CameraState.INTERRUPTED);
        assertThat(tile.recording().id()).isEqualTo(take.main().id());
    }

    @Test
    void a_player_learns_nothing_of_what_others_record() {
        UUID session = club.open(club.player);
        club.report(club.start(club.player, session, 60), RecordingState.RECORDING, 3);

        CourtTile foreign = club.board.court(club.otherPlayer, "central");

        assertThat(foreign.recording()).isNull();
        assertThat(foreign.angles()).singleElement().returns(CameraState.RECORDING, AngleTile::state);
        assertThat(club.events.fired(LiveUpdate.class))
                .filteredOn(update -> update.event().equals("recording_started"))
                .hasSize(2)
                .extracting(LiveUpdate::ownerId)
                .containsOnly(club.player.id());
    }

    @Test
    void the_api_answers_the_main_angle_and_the_others_with_it() {
        UUID session = club.open(club.player);
        Take take = club.startAll(club.player, session, 60);

        RecordingView view = RecordingView.of(take, club.clock.instant());

        assertThat(view.cameraId()).isEqualTo(club.camera.id());
        assertThat(view.angles())
                .singleElement()
                .returns(above.id(), RecordingView::cameraId)
                .returns(2, RecordingView::angle);
    }

    private Outcome<Session> openOnly(Caller caller, Camera camera) {
        return club.in(() -> club.opener.open(caller, "central", camera.id().toString()));
    }

    private Session session(UUID id) {
        return club.in(() -> club.sessions.find(id).orElseThrow());
    }

    private Take latest(UUID session) {
        return club.in(() -> club.recordings.latestTakeIn(session).orElseThrow());
    }

    private User opener() {
        return club.database.entities().find(User.class, club.player.id());
    }

    private String file(UUID session, String suffix) {
        return "videos/" + club.club.id() + "/" + session + suffix + ".mp4";
    }

    private ProblemException refused(Supplier<?> press) {
        return catchThrowableOfType(
                ProblemException.class,
                () -> club.database.inTransaction(() -> {
                    press.get();
                }));
    }
}
