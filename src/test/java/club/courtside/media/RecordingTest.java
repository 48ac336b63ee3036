package club.courtside.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import club.courtside.media.Recording.Plan;
import club.courtside.media.Recording.Snapshot;
import club.courtside.media.Recording.State;
import club.courtside.media.ffmpeg.Mp4File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(400)
class RecordingTest {

    private static final Duration LONG = Duration.ofHours(2);

    @TempDir
    Path folder;

    @Test
    void every_packet_the_camera_sends_is_in_one_playable_file() {
        try (Studio studio = new Studio(folder)) {
            Recording recording = studio.record(LONG);
            studio.frames(250);
            Snapshot end = Studio.ended(recording);

            assertThat(end.state()).isEqualTo(State.COMPLETED);
            assertThat(end.packetsReceived()).isEqualTo(250);
            assertThat(end.packetsWritten()).isEqualTo(250);
            assertThat(end.frames()).isEqualTo(250);
            assertThat(end.elapsedSeconds()).isCloseTo(10, within(0.001));
            assertThat(end.gaps()).isEmpty();
            assertThat(end.bytes()).isEqualTo(studio.file().toFile().length());
            Mp4File file = Mp4File.of(studio.file());
            assertThat(file.pictures()).isEqualTo(250);
            assertThat(file.damaged()).isZero();
        }
    }

    @Test
    void a_lost_camera_leaves_a_gap_in_one_file() {
        try (Studio studio = new Studio(folder)) {
            Recording recording = studio.record(LONG);
            studio.frames(90);
            Instant lost = studio.clock.now();
            studio.lostFor(Duration.ofSeconds(10));
            assertThat(recording.snapshot().state()).isEqualTo(State.INTERRUPTED);
            double away = Duration.between(lost, studio.clock.now()).toMillis() / 1e3;
            studio.frames(90);
            Snapshot end = Studio.ended(recording);

            assertThat(away).isGreaterThan(9.9);
            assertThat(end.reconnects()).isEqualTo(1);
            assertThat(end.gaps()).hasSize(1);
            assertThat(end.gaps().get(0).startSeconds()).isCloseTo(3.6, within(0.001));
            assertThat(end.gaps().get(0).seconds()).isCloseTo(away, within(0.001));
            assertThat(end.gaps().get(0).reason()).isEqualTo("closed");
            assertThat(end.deliveredSeconds()).isCloseTo(7.2, within(0.001));
            Mp4File file = Mp4File.of(studio.file());
            assertThat(file.pictures()).isEqualTo(180);
            assertThat(file.times().get(90) - file.times().get(89)).isCloseTo(away + 0.04, within(0.001));
            assertThat(folder.toFile().list()).containsExactlyInAnyOrder("match.mp4", "log");
        }
    }

    @Test
    void a_camera_that_stays_away_fails_and_leaves_no_file() {
        try (Studio studio = new Studio(folder)) {
            studio.camera.fail(CameraLost.Reason.REFUSED);
            Recording recording = studio.record(Duration.ofMinutes(1));
            studio.clock.advance(Duration.ofSeconds(61));
            studio.clock.settle();

            Snapshot end = recording.snapshot();
            assertThat(end.state()).isEqualTo(State.FAILED);
            assertThat(end.reasonCode()).isEqualTo("refused");
            assertThat(studio.file()).doesNotExist();
        }
    }

    @Test
    void it_ends_by_itself_even_when_the_camera_is_silent() {
        try (Studio studio = new Studio(folder)) {
            Recording recording = studio.record(Duration.ofSeconds(10));
            studio.frames(100);
            studio.clock.advance(Duration.ofSeconds(7));

            Snapshot end = Studio.ended(recording);
            assertThat(end.state()).isEqualTo(State.COMPLETED);
            assertThat(Duration.between(end.endsAt(), end.endedAt())).isBetween(Duration.ZERO, Duration.ofSeconds(1));
        }
    }

    @Test
    void it_ends_by_itself_while_pictures_keep_coming() {
        try (Studio studio = new Studio(folder)) {
            Recording recording = studio.record(Duration.ofSeconds(6));
            studio.frames(250);

            Snapshot end = recording.snapshot();
            assertThat(end.state()).isEqualTo(State.COMPLETED);
            assertThat(end.frames()).isEqualTo(150);
        }
    }

    @Test
    void a_moved_end_is_kept() {
        try (Studio studio = new Studio(folder)) {
            Recording recording = studio.record(Duration.ofSeconds(4));
            recording.endAt(recording.snapshot().endsAt().plusSeconds(4));
            studio.frames(250);
            assertThat(recording.snapshot().frames()).isEqualTo(200);
        }
    }

    @Test
    void it_begins_with_the_group_of_pictures_that_was_running() {
        try (Studio studio = new Studio(folder)) {
            studio.feed.keepOpen(true);
            studio.clock.awaitThreads(1);
            studio.frames(70);
            Recording recording = studio.record(LONG);
            studio.frames(30);
            Snapshot end = Studio.ended(recording);

            assertThat(end.frames()).isEqualTo(50);
            assertThat(Mp4File.of(studio.file()).damaged()).isZero();
        }
    }

    @Test
    void wild_time_stamps_do_not_make_the_file_long() {
        try (Studio studio = new Studio(folder)) {
            Recording recording = studio.record(LONG);
            studio.frames(50);
            studio.cameraTimeJumps(Duration.ofHours(6));
            studio.frames(50);
            studio.cameraTimeJumps(Duration.ofHours(-12));
            studio.frames(50);
            Studio.ended(recording);

            Mp4File file = Mp4File.of(studio.file());
            assertThat(file.pictures()).isEqualTo(150);
            assertThat(file.times().get(149)).isCloseTo(5.96, within(0.05));
            assertThat(file.times()).isSorted();
        }
    }

    @Test
    void a_camera_that_returns_with_another_resolution_goes_on_in_the_same_file() {
        try (Studio studio = new Studio(folder)) {
            Recording recording = studio.record(LONG);
            studio.frames(50);
            studio.camera.fail(CameraLost.Reason.CLOSED);
            studio.comesBackWith(Pictures.encode(320, 240));
            studio.frames(50);
            Studio.ended(recording);

            Mp4File file = Mp4File.of(studio.file());
            assertThat(file.pictures()).isEqualTo(100);
            assertThat(file.damaged()).isZero();
        }
    }

    @Test
    void a_killed_engine_continues_its_file_as_one_mp4() throws IOException {
        Instant began;
        try (Studio killed = new Studio(folder)) {
            Recording recording = killed.record(LONG);
            killed.frames(200);
            began = recording.snapshot().startedAt();
            Files.copy(killed.file(), folder.resolve("seen.mp4"));
            Studio.ended(recording);
        }
        Files.move(
                folder.resolve("seen.mp4"),
                folder.resolve("match.mp4"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        int left = Mp4File.of(folder.resolve("match.mp4")).pictures();
        assertThat(left).isBetween(150, 200);

        try (Studio again = new Studio(folder)) {
            again.clock.advance(Duration.ofSeconds(20));
            Recording recording =
                    again.record(new Plan("r1", again.file(), began.plusSeconds(3600), began, true, null));
            again.frames(100);
            Snapshot end = Studio.ended(recording);

            assertThat(end.state()).isEqualTo(State.COMPLETED);
            assertThat(end.frames()).isEqualTo(left + 100);
            assertThat(end.gaps()).hasSize(1);
            assertThat(end.gaps().get(0).reason()).isEqualTo("engine_restarted");
            assertThat(end.elapsedSeconds()).isCloseTo(24, within(0.1));
            Mp4File file = Mp4File.of(again.file());
            assertThat(file.pictures()).isEqualTo(left + 100);
            assertThat(file.damaged()).isZero();
            assertThat(file.times().get(left)).isCloseTo(20, within(0.05));
            assertThat(folder.resolve("match.crash.mp4")).doesNotExist();
        }
    }

    @Test
    void killed_again_while_taking_over_nothing_is_lost() throws IOException {
        Path crashed = folder.resolve("match.crash.mp4");
        Path half = folder.resolve("match.mp4");
        leaveBehind(crashed, 5);
        leaveBehind(half, 2);
        try (Studio studio = new Studio(folder)) {
            Recording recording = studio.record(new Plan(
                    "r1", studio.file(), studio.clock.now().plusSeconds(3600), studio.clock.now(), true, null));
            studio.frames(10);
            Snapshot end = Studio.ended(recording);
            assertThat(end.frames()).isEqualTo(125 + 10);
            assertThat(crashed).doesNotExist();
        }
    }

    @Test
    void a_file_left_behind_past_its_end_is_put_in_order() throws Exception {
        try (Studio studio = new Studio(folder)) {
            leaveBehind(studio.file(), 5);
            try (RandomAccessFile torn = new RandomAccessFile(studio.file().toFile(), "rw")) {
                torn.setLength(torn.length() - 3000);
            }
            int readable = Mp4File.of(studio.file()).video().size();
            Recording recording = Recording.start(
                    new Plan("r1", studio.file(), studio.clock.now().minusSeconds(60), null, true, null),
                    studio.feed,
                    studio.tools,
                    studio.clock,
                    () -> {});
            Snapshot end = Studio.ended(recording);

            assertThat(readable).isGreaterThan(50);
            assertThat(end.state()).isEqualTo(State.COMPLETED);
            assertThat(end.frames()).isEqualTo(readable);
            assertThat(Mp4File.of(studio.file()).damaged()).isZero();
            assertThat(Mp4File.of(studio.file()).isOrdinary()).isTrue();
            assertThat(studio.camera.attempts()).isZero();
        }
    }

    /** So many seconds, written and never finished. */
    private void leaveBehind(Path file, int seconds) throws IOException {
        Path being = folder.resolve("being-written.mp4");
        try (Mp4Writer writer = new club.courtside.media.ffmpeg.Ffmpeg()
                .recordingTools()
                .writer()
                .create(being, List.of(Pictures.h264Track()))) {
            for (Packet packet : Pictures.h264().subList(0, seconds * 25)) writer.write(packet);
            writer.flush();
            Files.copy(being, file);
        }
        Files.delete(being);
    }

    @Test
    void the_irregular_intervals_of_a_jpeg_camera_are_kept() {
        long[] intervals = {40, 80, 40, 200, 40, 40, 500, 40, 120, 33, 67, 1000};
        Track jpeg = Pictures.jpegTrack(160, 120);
        List<Double> sent = new ArrayList<>();
        try (Studio studio = new Studio(folder, List.of(jpeg))) {
            Recording recording = studio.record(LONG);
            double at = 0;
            for (int i = 0; i < 48; i++) {
                long now = studio.clock.nanos();
                studio.camera.send(new Packet(
                        jpeg, now / 1000, now / 1000, true, now, ByteBuffer.wrap(Pictures.jpeg(i, 160, 120))));
                sent.add(at);
                long interval = intervals[i % intervals.length];
                at += interval / 1e3;
                studio.clock.advance(Duration.ofMillis(interval));
            }
            Snapshot end = Studio.ended(recording);
            assertThat(end.video().codec()).isEqualTo(Track.Codec.H264);
            assertThat(end.packetsWritten()).isEqualTo(48);

            Mp4File file = Mp4File.of(studio.file());
            assertThat(file.pictures()).isEqualTo(48);
            for (int i = 0; i < 48; i++) assertThat(file.times().get(i)).isCloseTo(sent.get(i), within(0.001));
        }
    }

    @Test
    void sound_that_an_mp4_cannot_hold_becomes_aac_beside_its_picture() {
        try (Studio studio = new Studio(folder, List.of(Pictures.h264Track(), Studio.ALAW))) {
            Recording recording = studio.record(LONG);
            for (int i = 0; i < 200; i++) {
                studio.frame();
                studio.sound();
                studio.sound();
                studio.pass(Duration.ofMillis(40));
            }
            Snapshot end = Studio.ended(recording);

            assertThat(end.audio().codec()).isEqualTo(Track.Codec.AAC);
            assertThat(end.packetsReceived()).isEqualTo(600);
            assertThat(end.packetsWritten()).isEqualTo(600);
            Mp4File file = Mp4File.of(studio.file());
            assertThat(file.audio()).hasSizeBetween(60, 66);
            double last = file.audio().get(file.audio().size() - 1).ptsMicros() / 1e6;
            assertThat(last).isCloseTo(8, within(0.2));
        }
    }

    @Test
    void its_log_tells_the_story_without_a_password() throws IOException {
        try (Studio studio = new Studio(folder)) {
            Recording recording = studio.record(LONG);
            studio.frames(50);
            studio.lostFor(Duration.ofSeconds(1));
            studio.frames(10);
            Studio.ended(recording);
            try (Stream<String> lines = Files.lines(folder.resolve("log/r1.log"))) {
                assertThat(lines)
                        .anyMatch(line -> line.contains("Recording since"))
                        .anyMatch(line -> line.contains("Camera lost"))
                        .anyMatch(line -> line.contains("Completed"));
            }
        }
    }

    @Test
    void the_fingerprint_follows_and_is_that_of_the_file() throws Exception {
        try (Studio studio = new Studio(folder)) {
            java.util.concurrent.CountDownLatch known = new java.util.concurrent.CountDownLatch(1);
            Recording[] recording = new Recording[1];
            recording[0] = Recording.start(
                    new Plan("r1", studio.file(), studio.clock.now().plusSeconds(60), null, true, null),
                    studio.feed,
                    studio.tools,
                    studio.clock,
                    () -> {
                        if (recording[0] != null && recording[0].snapshot().sha256() != null) known.countDown();
                    });
            studio.clock.awaitThreads(2);
            studio.frames(50);
            recording[0].stop();
            assertThat(known.await(10, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
            assertThat(recording[0].snapshot().sha256()).isEqualTo(Fingerprint.of(studio.file()));
        }
    }
}
