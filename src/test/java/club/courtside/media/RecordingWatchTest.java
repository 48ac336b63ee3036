package club.courtside.media;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What stands still though it should not is found, shown and repaired. */
@Timeout(400)
class RecordingWatchTest {

    private static final Duration LONG = Duration.ofHours(1);

    @TempDir
    Path folder;

    @Test
    void a_camera_whose_bytes_make_no_picture_is_lost_within_five_seconds_and_tried_again() {
        try (Studio studio = new Studio(folder)) {
            Recording recording = studio.record(LONG);
            studio.frames(50);
            for (int i = 0; i < 6; i++) {
                studio.pass(Duration.ofSeconds(1));
                studio.feed.watch();
                studio.clock.settle();
            }
            assertThat(studio.feed.snapshot().reason()).isEqualTo(CameraLost.Reason.TIMEOUT);
            assertThat(recording.snapshot().state()).isEqualTo(State.INTERRUPTED);
            assertThat(recording.snapshot().reasonCode()).isEqualTo("timeout");

            studio.comesBackWith(Pictures.h264());
            studio.frames(50);
            assertThat(Studio.ended(recording).frames()).isEqualTo(100);
        }
    }

    @Test
    void a_watched_camera_that_sends_pictures_is_left_alone() {
        try (Studio studio = new Studio(folder)) {
            studio.record(LONG);
            for (int i = 0; i < 10; i++) {
                studio.frames(25);
                studio.feed.watch();
            }
            assertThat(studio.camera.attempts()).isEqualTo(1);
        }
    }

    @Test
    void a_file_that_does_not_grow_though_packets_arrive_is_told_and_its_camera_connected_again() {
        Track jpeg = Pictures.jpegTrack(160, 120);
        try (Studio studio = new Studio(folder, List.of(jpeg))) {
            Recording recording = studio.record(LONG);
            for (int i = 0; i < 140; i++) sendJpeg(studio, jpeg, new byte[] {1, 2, 3});
            assertThat(recording.snapshot().reasonCode()).isEqualTo("not_growing");

            studio.camera.returns(List.of(jpeg));
            studio.pass(Duration.ofSeconds(1));
            assertThat(studio.camera.opened()).hasSize(2);
            for (int i = 0; i < 50; i++) sendJpeg(studio, jpeg, Pictures.jpeg(i, 160, 120));
            Snapshot end = Studio.ended(recording);
            assertThat(end.state()).isEqualTo(State.COMPLETED);
            assertThat(end.frames()).isEqualTo(50);
        }
    }

    private static void sendJpeg(Studio studio, Track track, byte[] bytes) {
        long now = studio.clock.nanos();
        studio.camera.send(new Packet(track, now / 1000, now / 1000, true, now, ByteBuffer.wrap(bytes)));
        studio.pass(Duration.ofMillis(40));
    }

    @Test
    void a_file_that_somebody_takes_away_is_begun_anew() throws IOException {
        try (Studio studio = new Studio(folder)) {
            Recording recording = studio.record(LONG);
            studio.frames(100);
            Files.delete(studio.file());
            studio.frames(150);
            Snapshot end = Studio.ended(recording);

            assertThat(end.state()).isEqualTo(State.COMPLETED);
            assertThat(end.frames()).isBetween(75L, 150L);
            assertThat(Mp4File.of(studio.file()).pictures()).isEqualTo((int) end.frames());
            assertThat(Mp4File.of(studio.file()).damaged()).isZero();
        }
    }

    @Test
    void before_the_disk_is_full_the_recording_is_closed_in_good_order() {
        AtomicLong free = new AtomicLong(10 << 20);
        try (Studio studio = new Studio(folder)) {
            Recording recording = Recording.start(
                    new Plan("r1", studio.file(), studio.clock.now().plusSeconds(3600), null, true, null),
                    studio.feed,
                    on(studio, free),
                    studio.clock,
                    () -> {});
            studio.clock.awaitThreads(2);
            studio.frames(100);
            assertThat(recording.snapshot().state()).isEqualTo(State.RECORDING);
            free.set(1 << 20);
            studio.frames(50);

            Snapshot end = recording.snapshot();
            assertThat(end.state()).isEqualTo(State.COMPLETED);
            assertThat(end.reasonCode()).isEqualTo("disk_full");
            assertThat(end.frames()).isBetween(100L, 150L);
            assertThat(Mp4File.of(studio.file()).isOrdinary()).isTrue();
            assertThat(Mp4File.of(studio.file()).pictures()).isEqualTo((int) end.frames());
        }
    }

    @Test
    void recordings_of_one_disk_leave_room_for_the_end_of_all() throws IOException {
        AtomicLong free = new AtomicLong(3 << 20);
        Room room = new Room(disks(free));
        room.keep(folder.resolve("one"), 1 << 20);
        room.keep(folder.resolve("two"), 2 << 20);
        assertThat(isFull(room, folder.resolve("three"), 1 << 10)).isTrue();
        room.leave(folder.resolve("three"));
        room.leave(folder.resolve("one"));
        assertThat(isFull(room, folder.resolve("two"), 2 << 20)).isFalse();
    }

    private static boolean isFull(Room room, Path file, long bytes) throws IOException {
        try {
            room.keep(file, bytes);
            return false;
        } catch (DiskFull full) {
            return true;
        }
    }

    private static RecordingTools on(Studio studio, AtomicLong free) {
        RecordingTools real = studio.tools;
        return new RecordingTools(real.writer(), real.reader(), real.toH264(), real.toAac(), new Room(disks(free)));
    }

    private static Room.Disks disks(AtomicLong free) {
        return new Room.Disks() {
            @Override
            public Object of(Path file) {
                return "the only one";
            }

            @Override
            public long free(Path file) {
                return free.get();
            }
        };
    }
}
