package club.courtside.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import club.courtside.media.Recording.Before;
import club.courtside.media.Recording.Plan;
import club.courtside.media.Recording.Snapshot;
import club.courtside.media.Recording.State;
import club.courtside.media.ffmpeg.H264Encoder;
import club.courtside.media.ffmpeg.Mp4File;
import club.courtside.support.ChromiumPlayer;
import club.courtside.support.ChromiumPlayer.Played;
import club.courtside.support.Ffprobe;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A camera that changes what it sends while it is recorded: always one file that players play through. */
@Timeout(300)
class ChangingCameraTest {

    private static final int WIDTH = 160;
    private static final int HEIGHT = 120;
    private static final Duration PICTURE = Duration.ofMillis(40);
    private static final double SAME = 25;

    private static ChromiumPlayer chromium;

    @TempDir
    Path folder;

    @AfterAll
    static void close() {
        if (chromium != null) chromium.close();
    }

    private static ChromiumPlayer chromium() {
        if (chromium == null) chromium = new ChromiumPlayer();
        return chromium;
    }

    /** Two seconds of one colour with parameters of their own kind. */
    private static List<Packet> pictures(int width, int height, int rgb, String preset) {
        List<Packet> packets = new ArrayList<>();
        int[] picture = new int[width * height];
        Arrays.fill(picture, rgb);
        var settings = new H264Encoder.Settings(width, height, 25, 200_000, 25, preset, "zerolatency");
        try (var encoder = new H264Encoder(settings)) {
            var track = new Track(0, Track.Kind.VIDEO, Track.Codec.H264, width, height, 0, 0, encoder.parameterSets());
            for (int i = 0; i < 50; i++)
                for (var unit : encoder.encode(picture, i * 40_000L, i % 25 == 0))
                    packets.add(new Packet(
                            track, unit.ptsMicros(), unit.ptsMicros(), unit.key(), 0, ByteBuffer.wrap(unit.data())));
        }
        return packets;
    }

    private static List<Packet> red() {
        return pictures(WIDTH, HEIGHT, 0xe01010, "ultrafast");
    }

    private static List<Packet> blue(int width, int height) {
        return pictures(width, height, 0x1010e0, "medium");
    }

    private Recording record(Studio studio, boolean hevc) {
        return studio.record(new Plan(
                "r1",
                studio.file(),
                studio.clock.now().plusSeconds(3600),
                null,
                true,
                folder.resolve("log"),
                hevc,
                Before.NOTHING));
    }

    /** Half of it, the change, half of it. */
    private Mp4File recorded(Studio studio, boolean hevc, Runnable change) {
        Recording recording = record(studio, hevc);
        studio.frames(100);
        change.run();
        studio.frames(100);
        return end(studio, recording, 200);
    }

    private static Mp4File end(Studio studio, Recording recording, int pictures) {
        Snapshot end = Studio.ended(recording);
        assertThat(end.state()).as(end.reason()).isEqualTo(State.COMPLETED);
        Mp4File file = Mp4File.of(studio.file());
        assertThat(file.pictures()).isEqualTo(pictures);
        assertThat(file.damaged()).isZero();
        assertThat(Ffprobe.of(studio.file()).decodeErrors()).isEmpty();
        return file;
    }

    private void comesBack(Studio studio, List<Packet> other) {
        studio.camera.fail(CameraLost.Reason.CLOSED);
        studio.comesBackWith(other);
    }

    private Studio studio(List<Packet> pictures) {
        Studio studio = new Studio(folder, List.of(pictures.get(0).track()));
        studio.sends(pictures);
        return studio;
    }

    /** Plays it through, then jumps back over the change and forth again. */
    private void assertPlays(Mp4File file, String... sizes) throws IOException {
        double length = file.times().get(file.times().size() - 1);
        Played played = chromium().play(file.path(), length - 1, 1, length - 2, 2);
        assertThat(played.error()).isNull();
        assertThat(played.seconds()).isCloseTo(length, within(0.5));
        assertThat(played.sizes()).containsExactly(sizes);
        assertThat(played.reds()).hasSize(4);
        assertThat(played.reds().get(0))
                .isCloseTo(played.reds().get(2), within(SAME))
                .isLessThan(100);
        assertThat(played.reds().get(1))
                .isCloseTo(played.reds().get(3), within(SAME))
                .isGreaterThan(150);
    }

    @Test
    void other_parameters_of_the_same_size_are_kept_and_play() throws IOException {
        try (Studio studio = studio(red())) {
            Mp4File file = recorded(studio, false, () -> studio.goesOnWith(blue(WIDTH, HEIGHT)));
            assertThat(file.video().get(0).track().configuration())
                    .isNotEqualTo(blue(WIDTH, HEIGHT).get(0).track().configuration());
            assertPlays(file, "160x120");
        }
    }

    @Test
    void another_size_on_the_way_is_brought_to_the_first() throws IOException {
        try (Studio studio = studio(red())) {
            assertPlays(recorded(studio, false, () -> studio.goesOnWith(blue(320, 240))), "160x120");
            assertThat(studio.feed.snapshot().tracks().get(0).width()).isEqualTo(320);
        }
    }

    @Test
    void another_size_after_a_loss_is_brought_to_the_first() throws IOException {
        try (Studio studio = studio(red())) {
            assertPlays(recorded(studio, false, () -> comesBack(studio, blue(320, 240))), "160x120");
        }
    }

    @Test
    void h264_that_becomes_h265_stays_one_h264_file() throws IOException {
        try (Studio studio = studio(red())) {
            Mp4File file = recorded(studio, true, () -> comesBack(studio, Pictures.h265(WIDTH, HEIGHT)));
            assertThat(file.tracks().get(0).codec()).isEqualTo(Track.Codec.H264);
            assertThat(chromium().play(studio.file()).error()).isNull();
        }
    }

    @Test
    void h265_that_becomes_h264_stays_one_h265_file() throws IOException {
        try (Studio studio = studio(Pictures.h265(WIDTH, HEIGHT))) {
            Mp4File file = recorded(studio, true, () -> comesBack(studio, blue(320, 240)));
            assertThat(file.tracks().get(0).codec()).isEqualTo(Track.Codec.H265);
            assertThat(Files.readString(studio.file(), StandardCharsets.ISO_8859_1))
                    .contains("hvc1");
        }
    }

    @Test
    void h264_that_becomes_jpeg_stays_one_h264_file() throws IOException {
        List<Packet> jpegs = new ArrayList<>();
        for (int i = 0; i < 50; i++)
            jpegs.add(new Packet(
                    Pictures.jpegTrack(320, 240), 0, 0, true, 0, ByteBuffer.wrap(Pictures.jpeg(i, 320, 240))));
        try (Studio studio = studio(red())) {
            recorded(studio, false, () -> comesBack(studio, jpegs));
            Played played = chromium().play(studio.file());
            assertThat(played.error()).isNull();
            assertThat(played.sizes()).containsExactly("160x120");
        }
    }

    @Test
    void jpegs_of_another_size_are_brought_to_the_first() throws IOException {
        Track small = Pictures.jpegTrack(WIDTH, HEIGHT);
        try (Studio studio = new Studio(folder, List.of(small))) {
            Recording recording = record(studio, false);
            for (int i = 0; i < 60; i++) {
                byte[] jpeg = i < 30 ? Pictures.jpeg(i, WIDTH, HEIGHT) : Pictures.jpeg(i, 320, 240);
                long now = studio.clock.nanos();
                studio.camera.send(new Packet(small, now / 1000, now / 1000, true, now, ByteBuffer.wrap(jpeg)));
                studio.pass(PICTURE);
            }
            end(studio, recording, 60);
            assertThat(chromium().play(studio.file()).sizes()).containsExactly("160x120");
        }
    }

    @Test
    void another_frame_rate_is_kept_as_it_is() {
        try (Studio studio = studio(red())) {
            Recording recording = record(studio, false);
            for (int millis : new int[] {40, 80, 20}) {
                for (int i = 0; i < 50; i++) {
                    studio.frame();
                    studio.pass(Duration.ofMillis(millis));
                }
            }
            List<Double> times = end(studio, recording, 150).times();
            assertThat(times.get(30) - times.get(29)).isCloseTo(0.04, within(0.001));
            assertThat(times.get(80) - times.get(79)).isCloseTo(0.08, within(0.001));
            assertThat(times.get(130) - times.get(129)).isCloseTo(0.02, within(0.001));
            assertThat(times.get(149)).isCloseTo(6.98, within(0.01));
        }
    }

    private static void heard(Studio studio, Track track, int bytes) {
        for (int i = 0; i < 100; i++) {
            studio.frame();
            long time = 7_000_000_000L + i * 40_000L;
            studio.camera.send(
                    new Packet(track, time, time, true, studio.clock.nanos(), ByteBuffer.wrap(new byte[bytes])));
            studio.pass(PICTURE);
        }
    }

    @Test
    void sound_that_changes_its_rate_and_its_kind_goes_on() {
        Track l16 = new Track(1, Track.Kind.AUDIO, Track.Codec.OTHER, "pcm_s16be", 0, 0, 16_000, 2, new byte[0]);
        Track video = red().get(0).track();
        try (Studio studio = new Studio(folder, List.of(video, Studio.ALAW))) {
            studio.goesOnWith(red());
            Recording recording = record(studio, false);
            heard(studio, Studio.ALAW, 320);
            studio.camera.fail(CameraLost.Reason.CLOSED);
            studio.comesBackWith(red(), List.of(video, l16));
            heard(studio, l16, 2560);
            Mp4File file = end(studio, recording, 200);
            assertThat(file.audio().size()).isCloseTo(2 * 4 * 8000 / 1024, within(6));
        }
    }

    @Test
    void sound_that_disappears_and_returns_leaves_the_picture_alone() {
        Track video = red().get(0).track();
        try (Studio studio = new Studio(folder, List.of(video, Studio.ALAW))) {
            studio.goesOnWith(red());
            Recording recording = record(studio, false);
            heard(studio, Studio.ALAW, 320);
            comesBack(studio, red());
            studio.frames(100);
            studio.camera.fail(CameraLost.Reason.CLOSED);
            studio.comesBackWith(red(), List.of(video, Studio.ALAW));
            heard(studio, Studio.ALAW, 320);
            Mp4File file = end(studio, recording, 300);
            assertThat(file.audio().size()).isCloseTo(2 * 4 * 8000 / 1024, within(6));
        }
    }

    @Test
    void sound_that_appears_later_is_left_out_and_that_is_logged() throws IOException {
        Track video = red().get(0).track();
        try (Studio studio = studio(red())) {
            Recording recording = record(studio, false);
            studio.frames(100);
            studio.camera.fail(CameraLost.Reason.CLOSED);
            studio.comesBackWith(red(), List.of(video, Studio.ALAW));
            heard(studio, Studio.ALAW, 320);
            assertThat(end(studio, recording, 200).audio()).isEmpty();
            assertThat(Files.readString(folder.resolve("log"))).contains("has no sound");
        }
    }
}
