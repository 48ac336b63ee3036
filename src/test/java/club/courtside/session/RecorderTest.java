package club.courtside.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import club.courtside.account.Caller;
import club.courtside.court.EngineConnected;
import club.courtside.court.EngineSeam;
import club.courtside.engine.api.Reason;
import club.courtside.engine.api.RecordingState;
import club.courtside.platform.LiveUpdate;
import club.courtside.platform.Problem;
import club.courtside.platform.ProblemException;
import club.courtside.session.wall.CourtTile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {

    @TempDir
    Path folder;

    private TestClub club;

    @BeforeEach
    void open_the_club() {
        club = new TestClub(folder);
    }

    @AfterEach
    void close_the_club() {
        club.close();
    }

    @Test
    void a_session_opens_once_however_often_it_is_pressed() {
        Outcome<Session> first = club.in(() -> club.opener.open(club.player, "central", null));
        Outcome<Session> second = club.in(() -> club.opener.open(club.player, "central", null));

        assertThat(first.created()).isTrue();
        assertThat(second.created()).isFalse();
        assertThat(second.value().id()).isEqualTo(first.value().id());
    }

    @Test
    void a_camera_that_does_not_answer_opens_no_session() {
        club.engine.refuses(new Reason("unauthorized", "The camera refuses the password."));

        ProblemException refused = refused(() -> club.opener.open(club.player, "central", null));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem().reason()).isEqualTo("unauthorized");
        assertThat(club.sessions.countOpen()).isZero();
    }

    @Test
    void a_court_that_somebody_else_opened_is_taken() {
        club.open(club.player);

        assertThat(refused(() -> club.opener.open(club.otherPlayer, "central", null))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void a_session_too_many_is_refused() {
        for (int i = 0; i < TestClub.MOST_SESSIONS; i++) {
            String slug = club.anotherCourt().slug();
            club.in(() -> club.opener.open(club.admin, slug, null));
        }

        for (Supplier<?> tooMany : List.<Supplier<?>>of(
                () -> club.opener.open(club.admin, "central", null),
                () -> club.opener.openTrial(club.admin, "rtsp://10.0.0.9/live", null)))
            assertThat(refused(tooMany).problem())
                    .returns(400, Problem::status)
                    .returns("too_many_sessions", Problem::reason);
    }

    @Test
    void a_camera_without_court_can_be_tried_out_by_an_administrator() {
        Session trial = club.in(() -> club.opener
                .openTrial(club.admin, "rtsp://u:secret@10.0.0.9/live", null)
                .value());

        assertThat(trial.court()).isNull();
        assertThat(trial.trialCamera().url()).isEqualTo("rtsp://10.0.0.9/live");
        assertThat(trial.trialCamera().encryptedPassword()).isNotEqualTo("secret");
        assertThat(club.engine.feeds.get(trial.id().toString()).password()).isEqualTo("secret");
        assertThat(refused(() -> club.opener.openTrial(club.player, "rtsp://10.0.0.9/live", null))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void the_engine_is_told_what_to_record_until_when() {
        UUID session = club.open(club.player);

        Recording recording = club.start(club.player, session, 90);

        var spec = club.engine.recordings.get(recording.id().toString());
        assertThat(Path.of(spec.file()))
                .isEqualTo(club.data.videos(club.club.id()).resolve(session + ".mp4"));
        assertThat(spec.endsAt()).isEqualTo(club.clock.instant().plus(Duration.ofMinutes(90)));
        assertThat(spec.feedId()).isEqualTo(club.camera.id().toString());
    }

    @Test
    void whoever_may_not_record_learns_nothing_of_the_disk() {
        UUID session = club.open(club.player);
        Recorder onAFullDisk = onAFullDisk();
        StartRequest request = new StartRequest(new RecordMinutes(90), null, null);

        assertThat(refused(() -> onAFullDisk.start(club.stranger, session, request))
                        .status())
                .isEqualTo(404);
        assertThat(refused(() -> onAFullDisk.start(club.otherPlayer, session, request))
                        .status())
                .isEqualTo(403);
        assertThat(refused(() -> onAFullDisk.start(club.player, session, request))
                        .status())
                .isEqualTo(507);
    }

    @Test
    void a_second_press_means_the_running_recording_although_the_disk_is_full_by_now() {
        UUID session = club.open(club.player);
        Recording running = club.start(club.player, session, 90);

        Outcome<Take> again = club.in(
                () -> onAFullDisk().start(club.player, session, new StartRequest(new RecordMinutes(90), null, null)));

        assertThat(again.created()).isFalse();
        assertThat(again.value().main().id()).isEqualTo(running.id());
    }

    private Recorder onAFullDisk() {
        return new Recorder(
                club.opener,
                club.sessions,
                club.ledger,
                club.orders,
                new DiskSpace(
                        club.data,
                        club.recordings,
                        club.clock,
                        club.settings(Map.of("COURTSIDE_MIN_FREE_GB", "1000000000"))));
    }

    @Test
    void a_start_while_the_last_recording_is_ending_is_no_start_of_that_one() {
        UUID session = club.open(club.player);
        club.start(club.player, session, 90);
        club.in(() -> club.ledger.requestStop(club.player, session));

        assertThat(refused(() -> club.recorder.start(
                                club.player, session, new StartRequest(new RecordMinutes(90), null, null)))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void the_same_start_again_means_the_running_recording() {
        UUID session = club.open(club.player);
        Recording running = club.start(club.player, session, 60);

        assertThat(club.start(club.player, session, 60).id()).isEqualTo(running.id());
        var other = new StartRequest(new RecordMinutes(90), null, null);
        assertThat(refused(() -> club.recorder.start(club.player, session, other))
                        .status())
                .isEqualTo(409);
        assertThat(club.engine.recordings).hasSize(1);
    }

    @Test
    void what_the_engine_refuses_ends_failed() {
        UUID session = club.open(club.player);
        club.engine.refuses(new Reason("unsupported_codec", "VP8 cannot be kept."));

        ProblemException refused = club.in(() -> catchThrowableOfType(
                ProblemException.class,
                () -> club.recorder.start(club.player, session, new StartRequest(null, null, null))));

        assertThat(refused.status()).isEqualTo(422);
        Recording recording =
                club.recordings.latestTakeIn(session).orElseThrow().main();
        assertThat(recording.state()).isEqualTo(RecordingState.FAILED);
        assertThat(recording.reason().code()).isEqualTo("unsupported_codec");
    }

    @Test
    void without_an_engine_the_recording_waits_for_one() {
        UUID session = club.open(club.player);
        EngineSeam.gone(club.cameraEngine);

        Recording recording = club.start(club.player, session, 60);
        assertThat(recording.state()).isEqualTo(RecordingState.STARTING);

        EngineSeam.back(club.cameraEngine, club.engine);
        club.database.inTransaction(() -> club.reconciliation.connected(new EngineConnected(club.engine.status())));
        assertThat(club.engine.recordings).containsKey(recording.id().toString());
    }

    @Test
    void a_stop_ends_the_recording_and_a_second_one_finds_it_ended() {
        UUID session = club.open(club.player);
        Recording started = club.start(club.player, session, 60);

        Recording stopped = club.stop(club.player, session);

        assertThat(stopped.state()).isEqualTo(RecordingState.COMPLETED);
        assertThat(club.stop(club.player, session).id()).isEqualTo(started.id());
        assertThat(club.events.fired(RecordingEnded.class)).hasSize(1);
    }

    @Test
    void a_match_that_is_stopped_on_its_court_leaves_the_court_to_the_next_players() {
        UUID session = club.open(club.player);
        Recording started = club.start(club.player, session, 60);
        UUID court = started.session().court().id();

        club.in(() -> club.recorder.stopOnCourt(club.player, court));

        assertThat(club.sessions.countOpen()).isZero();
        assertThat(club.open(club.otherPlayer)).isNotEqualTo(session);
    }

    @Test
    void a_player_stops_only_their_own() {
        UUID session = club.open(club.player);
        club.start(club.player, session, 60);

        assertThat(statusOfStop(club.otherPlayer, session)).isEqualTo(403);
        assertThat(statusOfStop(club.stranger, session)).isEqualTo(404);
        assertThat(club.stop(club.admin, session).hasEnded()).isTrue();
    }

    @Test
    void an_extension_moves_the_planned_end() {
        UUID session = club.open(club.player);
        Recording recording = club.start(club.player, session, 60);

        club.in(() -> club.recorder.extend(club.player, session, new RecordMinutes(30)));

        assertThat(club.engine.recordings.get(recording.id().toString()).endsAt())
                .isEqualTo(club.clock.instant().plus(Duration.ofMinutes(90)));
    }

    @Test
    void the_second_recording_of_a_session_is_a_file_of_its_own() {
        UUID session = club.open(club.player);
        club.start(club.player, session, 60);
        club.stop(club.player, session);

        assertThat(club.start(club.player, session, 60).file()).endsWith(session + "-2.mp4");
    }

    @Test
    void an_engine_that_forgot_is_told_again_with_the_time_of_the_first_frame() {
        UUID session = club.open(club.player);
        Recording recording = club.start(club.player, session, 60);
        var firstFrame = club.clock.instant();
        club.report(recording, RecordingState.RECORDING, 0);
        club.clock.passes(Duration.ofMinutes(10));
        club.engine.forgetsEverything();

        club.database.inTransaction(() -> club.reconciliation.connected(new EngineConnected(club.engine.status())));

        var spec = club.engine.recordings.get(recording.id().toString());
        assertThat(spec.startedAt()).isEqualTo(firstFrame);
        assertThat(spec.endsAt()).isEqualTo(firstFrame.plus(Duration.ofMinutes(60)));
    }

    @Test
    void a_recording_whose_end_passed_while_nobody_recorded_is_finished_from_its_file() {
        UUID session = club.open(club.player);
        Recording recording = club.start(club.player, session, 60);
        club.report(recording, RecordingState.RECORDING, 0);
        club.clock.passes(Duration.ofMinutes(61));
        club.engine.forgetsEverything();

        club.database.inTransaction(() -> club.reconciliation.connected(new EngineConnected(club.engine.status())));

        assertThat(club.recordings.find(recording.id()).orElseThrow().state()).isEqualTo(RecordingState.COMPLETED);
    }

    @Test
    void what_ended_while_the_application_was_away_is_taken_over() {
        UUID session = club.open(club.player);
        Recording recording = club.start(club.player, session, 60);
        club.engine.stopRecording(recording.id().toString());

        club.database.inTransaction(() -> club.reconciliation.reconcile());

        assertThat(club.recordings.find(recording.id()).orElseThrow().state()).isEqualTo(RecordingState.COMPLETED);
    }

    @Test
    void every_report_is_shown_but_figures_are_written_down_every_few_seconds() {
        UUID session = club.open(club.player);
        Recording recording = club.start(club.player, session, 60);
        club.report(recording, RecordingState.RECORDING, 1);
        club.clock.passes(Duration.ofSeconds(1));
        club.report(recording, RecordingState.RECORDING, 2);

        assertThat(written(recording).delivery().elapsedSeconds()).isEqualTo(1);
        assertThat(club.updates.fired())
                .filteredOn(update -> update.event().equals("recording_status_update"))
                .extracting(LiveUpdate::data)
                .last()
                .extracting("elapsedSeconds")
                .isEqualTo(2.0);

        club.clock.passes(Duration.ofSeconds(5));
        club.report(recording, RecordingState.RECORDING, 7);
        assertThat(written(recording).delivery().elapsedSeconds()).isEqualTo(7);
    }

    @Test
    void sessions_that_nobody_uses_close_by_themselves() {
        UUID session = club.open(club.player);
        club.start(club.player, session, 60);
        club.clock.passes(Duration.ofMinutes(30));
        assertThat(club.in(club.sweep::closeIdle)).isZero();

        club.stop(club.player, session);
        club.clock.passes(Duration.ofMinutes(9));
        assertThat(club.in(club.sweep::closeIdle)).isZero();
        club.clock.passes(Duration.ofMinutes(2));
        assertThat(club.in(club.sweep::closeIdle)).isEqualTo(1);
        assertThat(club.sessions.find(session).orElseThrow().isOpen()).isFalse();
    }

    @Test
    void closing_a_session_ends_its_recording_first() {
        UUID session = club.open(club.player);
        Recording recording = club.start(club.player, session, 60);

        club.in(() -> club.recorder.close(club.player, session));

        assertThat(written(recording).state()).isEqualTo(RecordingState.COMPLETED);
        assertThat(club.sessions.countOpen()).isZero();
    }

    @Test
    void a_session_whose_file_is_not_finished_yet_closes_once_it_is() {
        UUID session = club.open(club.player);
        Recording recording = club.start(club.player, session, 60);
        club.engine.finishesLater();

        assertThat(club.in(() -> club.recorder.close(club.player, session)).isOpen())
                .isTrue();
        assertThat(written(recording).state()).isEqualTo(RecordingState.FINALIZING);

        club.report(recording, RecordingState.COMPLETED, 12);
        assertThat(club.sessions.countOpen()).isZero();
    }

    @Test
    void the_wall_shows_each_person_what_they_may_do() {
        UUID session = club.open(club.player);
        club.start(club.player, session, 60);

        CourtTile own = club.board.court(club.player, "central");
        CourtTile foreign = club.board.court(club.otherPlayer, "central");

        assertThat(own.recording().plannedSeconds()).isEqualTo(3600);
        assertThat(own.mayStop()).isTrue();
        assertThat(own.mayWatch()).isTrue();
        assertThat(foreign.mayStop()).isFalse();
        assertThat(foreign.mayWatch()).isFalse();
        assertThat(foreign.mayRecord()).isFalse();
        assertThat(club.board.wall(club.admin)).singleElement().returns(true, CourtTile::mayStop);
        assertThat(club.board.wall(club.stranger)).isEmpty();
    }

    private Recording written(Recording recording) {
        return club.in(() -> club.recordings.find(recording.id()).orElseThrow());
    }

    private int statusOfStop(Caller caller, UUID session) {
        return refused(() -> club.recorder.stop(caller, session)).status();
    }

    private ProblemException refused(Supplier<?> press) {
        return catchThrowableOfType(
                ProblemException.class,
                () -> club.database.inTransaction(() -> {
                    press.get();
                }));
    }
}
