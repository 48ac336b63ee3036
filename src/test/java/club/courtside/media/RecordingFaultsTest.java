package club.courtside.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import club.courtside.media.Recording.Plan;
import club.courtside.media.Recording.Snapshot;
import club.courtside.media.Recording.State;
import club.courtside.media.ffmpeg.Mp4File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong around a recording: the disk, the camera's sound or picture, the moment of an order. */
@Timeout(400)
class RecordingFaultsTest {

    private static final List<Track> WITH_SOUND = List.of(Pictures.h264Track(), Studio.ALAW);

    @TempDir
    Path folder;

    /** A disk that takes so many packets. */
    private static final class Disk implements Mp4Writer.Factory {
        private final Mp4Writer.Factory real;
        private final Exception fault;
        private int room;

        Disk(Mp4Writer.Factory real, int room, Exception fault) {
            this.real = real;
            this.room = room;
            this.fault = fault;
        }

        @Override
        public Mp4Writer create(Path file, List<Track> tracks) throws IOException {
            Mp4Writer writer = real.create(file, tracks);
            return new Mp4Writer() {
                @Override
                public void write(Packet packet) throws IOException {
                    if (room-- > 0) writer.write(packet);
                    else if (fault instanceof IOException full) throw full;
                    else throw (RuntimeException) fault;
                }

                @Override
                public void flush() throws IOException {
                    writer.flush();
                }

                @Override
                public void sync() throws IOException {
                    writer.sync();
                }

                @Override
                public long bytes() {
                    return writer.bytes();
                }

                @Override
                public void finish() throws IOException {
                    writer.finish();
                }

                @Override
                public void close() {
                    writer.close();
                }
            };
        }
    }

    private Recording record(Studio studio, int room, Exception fault) {
        RecordingTools real = studio.tools;
        RecordingTools tools =
                new RecordingTools(new Disk(real.writer(), room, fault), real.reader(), real.toH264(), real.toAac());
        Recording recording = Recording.start(plan(studio), studio.feed, tools, studio.clock, () -> {});
        studio.clock.awaitThreads(2);
        return recording;
    }

    private Plan plan(Studio studio) {
        return new Plan(
                "r1",
                studio.file(),
                studio.clock.now().plusSeconds(3600),
                studio.clock.now(),
                true,
                folder.resolve("r1.log"));
    }

    @Test
    void a_full_disk_ends_the_recording_with_that_reason_and_a_playable_file() {
        try (Studio studio = new Studio(folder)) {
            Recording recording = record(studio, 100, new DiskFull("The disk is full."));
            studio.frames(150);
            Snapshot end = Studio.ended(recording);

            assertThat(end.state()).isEqualTo(State.COMPLETED);
            assertThat(end.reasonCode()).isEqualTo("disk_full");
            assertThat(end.frames()).isEqualTo(100);
            assertThat(Mp4File.of(studio.file()).pictures()).isEqualTo(100);
        }
    }

    @Test
    void a_fault_of_our_own_is_told_and_not_taken_for_a_normal_end() {
        try (Studio studio = new Studio(folder)) {
            Recording recording = record(studio, 50, new IllegalStateException("a mistake"));
            studio.frames(60);
            Snapshot end = Studio.ended(recording);

            assertThat(end.state()).isEqualTo(State.COMPLETED);
            assertThat(end.reasonCode()).isEqualTo("internal");
        }
    }

    @Test
    void a_disk_that_is_full_from_the_beginning_fails_and_leaves_no_file() {
        try (Studio studio = new Studio(folder)) {
            Recording recording = record(studio, 0, new DiskFull("The disk is full."));
            studio.frames(10);
            Snapshot end = Studio.ended(recording);

            assertThat(end.state()).isEqualTo(State.FAILED);
            assertThat(end.reasonCode()).isEqualTo("disk_full");
            assertThat(studio.file()).doesNotExist();
        }
    }

    @Test
    void what_was_left_behind_stays_whole_when_there_is_no_room_to_go_on() throws IOException {
        try (Studio studio = new Studio(folder)) {
            studio.record(plan(studio));
            studio.frames(200);
            Files.copy(studio.file(), folder.resolve("left.mp4"));
        }
        byte[] left = Files.readAllBytes(folder.resolve("left.mp4"));
        Files.write(folder.resolve("match.mp4"), left);
        try (Studio studio = new Studio(folder)) {
            Recording recording = record(studio, 50, new DiskFull("The disk is full."));
            studio.frames(10);
            Snapshot end = Studio.ended(recording);

            assertThat(end.reasonCode()).isEqualTo("disk_full");
            assertThat(studio.file()).hasBinaryContent(left);
            assertThat(folder.resolve("match.crash.mp4")).doesNotExist();
        }
    }

    @Test
    void what_was_left_behind_and_cannot_be_read_is_kept_for_a_repair() throws IOException {
        byte[] torn = new byte[100_000];
        Files.write(folder.resolve("match.mp4"), torn);
        try (Studio studio = new Studio(folder)) {
            Recording recording = studio.record(plan(studio));
            studio.frames(10);
            assertThat(Studio.ended(recording).frames()).isEqualTo(10);
            assertThat(folder.resolve("match.unreadable.mp4")).hasBinaryContent(torn);
        }
    }

    @Test
    void sound_that_stops_does_not_hold_back_the_picture() throws IOException {
        try (Studio studio = new Studio(folder, WITH_SOUND)) {
            studio.record(plan(studio));
            for (int i = 0; i < 50; i++) {
                studio.frame();
                studio.sound();
                studio.sound();
                studio.pass(Duration.ofMillis(40));
            }
            studio.frames(150);
            Files.copy(studio.file(), folder.resolve("seen.mp4"));
            assertThat(Mp4File.of(folder.resolve("seen.mp4")).pictures()).isGreaterThan(170);
        }
    }

    @Test
    void a_picture_that_stops_while_sound_goes_on_is_a_gap() {
        try (Studio studio = new Studio(folder, WITH_SOUND)) {
            Recording recording = studio.record(plan(studio));
            studio.frames(50);
            for (int i = 0; i < 300; i++) {
                studio.sound();
                studio.pass(Duration.ofMillis(20));
            }
            assertThat(recording.snapshot().state()).isEqualTo(State.INTERRUPTED);
            Snapshot end = Studio.ended(recording);

            assertThat(end.gaps()).singleElement().satisfies(gap -> {
                assertThat(gap.startSeconds()).isCloseTo(2, within(0.001));
                assertThat(gap.seconds()).isCloseTo(6, within(0.1));
                assertThat(gap.reason()).isEqualTo("timeout");
            });
        }
    }

    @Test
    void with_rare_key_frames_it_begins_with_the_next_one() {
        try (Studio studio = new Studio(folder)) {
            studio.feed.keepOpen(true);
            studio.clock.awaitThreads(1);
            rarely(studio, 0, 375);
            Recording recording = studio.record(plan(studio));
            rarely(studio, 375, 600);
            Snapshot end = Studio.ended(recording);

            assertThat(end.state()).isEqualTo(State.COMPLETED);
            assertThat(end.frames()).isEqualTo(100);
            assertThat(Mp4File.of(studio.file()).damaged()).isZero();
        }
    }

    /** A key frame every 20 seconds. */
    private static void rarely(Studio studio, int from, int to) {
        for (int i = from; i < to; i++) {
            Packet picture = Pictures.h264().get(i % 500 % Pictures.FRAMES);
            long time = i * 40_000L;
            studio.camera.send(
                    new Packet(picture.track(), time, time, i % 500 == 0, studio.clock.nanos(), picture.data()));
            studio.pass(Duration.ofMillis(40));
        }
    }

    @Test
    void stopped_before_the_first_picture_it_fails_without_a_file() {
        try (Studio studio = new Studio(folder)) {
            Snapshot end = studio.record(plan(studio)).stop();
            assertThat(end.state()).isEqualTo(State.FAILED);
            assertThat(end.reasonCode()).isEqualTo("no_video");
            assertThat(studio.file()).doesNotExist();
        }
    }

    @Test
    void stopped_while_the_camera_is_away_it_is_complete_with_a_gap_at_its_end() {
        try (Studio studio = new Studio(folder)) {
            Recording recording = studio.record(plan(studio));
            studio.frames(50);
            studio.camera.fail(CameraLost.Reason.CLOSED);
            studio.pass(Duration.ofSeconds(7));
            Snapshot end = Studio.ended(recording);

            assertThat(end.state()).isEqualTo(State.COMPLETED);
            assertThat(end.reasonCode()).isNull();
            assertThat(end.elapsedSeconds()).isCloseTo(9, within(0.01));
            assertThat(end.deliveredSeconds()).isCloseTo(2, within(0.01));
            assertThat(Mp4File.of(studio.file()).pictures()).isEqualTo(50);
        }
    }

    @Test
    void an_end_moved_into_the_past_ends_it_even_while_the_camera_is_away() {
        try (Studio studio = new Studio(folder)) {
            Recording recording = studio.record(plan(studio));
            studio.frames(50);
            studio.camera.fail(CameraLost.Reason.CLOSED);
            recording.endAt(studio.clock.now().minusSeconds(1));
            studio.pass(Duration.ofSeconds(1));
            assertThat(recording.snapshot().state()).isEqualTo(State.COMPLETED);
        }
    }

    @Test
    void another_address_goes_on_in_the_same_file() {
        try (Studio studio = new Studio(folder)) {
            Recording recording = studio.record(plan(studio));
            studio.frames(50);
            studio.feed.change(CameraAddress.parse("rtsp://camera.test/other", null, null, null));
            studio.comesBackWith(Pictures.h264());
            studio.frames(50);
            Snapshot end = Studio.ended(recording);

            assertThat(end.frames()).isEqualTo(100);
            assertThat(end.reconnects()).isEqualTo(1);
            assertThat(end.gaps()).extracting(Recording.GapInTime::reason).doesNotContain("stopped");
            assertThat(Mp4File.of(studio.file()).damaged()).isZero();
        }
    }

    @Test
    void sound_that_cannot_be_decoded_fills_no_log() throws IOException {
        Track opus = new Track(1, Track.Kind.AUDIO, Track.Codec.OTHER, "opus", 0, 0, 48_000, 2, new byte[0]);
        try (Studio studio = new Studio(folder, List.of(Pictures.h264Track(), opus))) {
            Recording recording = studio.record(plan(studio));
            for (int i = 0; i < 50; i++) {
                studio.frame();
                long time = 7_000_000_000L + i * 40_000L;
                byte[] garbage = {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff};
                studio.camera.send(new Packet(opus, time, time, true, studio.clock.nanos(), ByteBuffer.wrap(garbage)));
                studio.pass(Duration.ofMillis(40));
            }
            Studio.ended(recording);
            assertThat(Files.readAllLines(folder.resolve("r1.log")).stream()
                            .filter(line -> line.contains("could not be converted")))
                    .hasSizeLessThan(3);
        }
    }
}
