package club.courtside.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import club.courtside.media.Mp4Writer;
import club.courtside.media.Packet;
import club.courtside.media.Pictures;
import club.courtside.media.Track;
import club.courtside.media.TwoHours;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Going on in the very file that was left behind. */
class UnfinishedMp4Test {

    private static final int A_SECOND = 25;

    private final FfmpegMp4Files files = new FfmpegMp4Files();

    @TempDir
    Path folder;

    /** So many pictures, the last of them flushed, never finished. */
    private Path leftBehind(int pictures) throws IOException {
        Path file = folder.resolve("match.mp4");
        Files.deleteIfExists(file);
        try (Mp4Writer writer = files.create(file, List.of(Pictures.h264Track()))) {
            writePictures(writer, 0, pictures, 0);
            writer.flush();
        }
        return file;
    }

    private static void writePictures(Mp4Writer writer, int from, int to, long reordering) throws IOException {
        for (int i = from; i < to; i++) {
            Packet picture = Pictures.h264().get(i % Pictures.FRAMES);
            long time = i * 40_000L;
            writer.write(
                    new Packet(picture.track(), time + reordering * (i % 3), time, picture.key(), 0, picture.bytes()));
        }
    }

    private Mp4Writer goOn(Path file, List<Packet> kept) throws IOException {
        return files.goOn(file, kept::add).orElseThrow().writer();
    }

    @Test
    void it_becomes_one_ordinary_file_with_every_picture_at_its_time() throws IOException {
        Path file = leftBehind(110);
        List<Packet> kept = new ArrayList<>();
        try (Mp4Writer writer = goOn(file, kept)) {
            writePictures(writer, 200, 250, 0);
            writer.finish();
        }
        Mp4File whole = Mp4File.of(file);
        assertThat(kept).hasSize(110);
        assertThat(whole.isOrdinary()).isTrue();
        assertThat(whole.damaged()).isZero();
        assertThat(whole.pictures()).isEqualTo(160);
        assertThat(whole.times().get(109)).isEqualTo(109 * 0.04);
        assertThat(whole.times().get(110)).isEqualTo(8.0);
        assertThat(whole.video()).extracting(Packet::key).containsSubsequence(true, false);
        assertThat(whole.video().get(110).key()).isTrue();
    }

    @Test
    void it_is_playable_while_it_goes_on() throws IOException {
        Path file = leftBehind(110);
        try (Mp4Writer writer = goOn(file, new ArrayList<>())) {
            writePictures(writer, 200, 250, 0);
            writer.flush();
            assertThat(Mp4File.of(file).pictures()).isEqualTo(160);
            assertThat(Mp4File.of(file).damaged()).isZero();
        }
    }

    @Test
    void wherever_it_was_cut_all_whole_pictures_are_kept() throws IOException {
        Path whole = leftBehind(200);
        byte[] all = Files.readAllBytes(whole);
        List<Sample> samples = new ArrayList<>();
        try (UnfinishedMp4 left = new UnfinishedMp4(whole)) {
            left.read(samples::add);
        }
        int first = (int) samples.get(A_SECOND - 1).end();
        Random random = new Random(3);
        for (int i = 0; i < 40; i++) {
            byte[] left = Arrays.copyOf(all, first + random.nextInt(all.length - first));
            Path file = Files.write(folder.resolve("cut.mp4"), left);
            long there = samples.stream()
                    .filter(sample -> sample.end() <= left.length)
                    .count();
            List<Packet> kept = new ArrayList<>();
            try (Mp4Writer writer = goOn(file, kept)) {
                writePictures(writer, 250, 300, 0);
                writer.finish();
            }
            Mp4File ordinary = Mp4File.of(file);
            assertThat(kept).as("cut at %d", left.length).hasSize((int) there);
            assertThat(ordinary.pictures()).isEqualTo(kept.size() + 50);
            assertThat(ordinary.damaged()).isZero();
            assertThat(ordinary.isOrdinary()).isTrue();
        }
    }

    @Test
    void zeros_that_a_power_cut_left_in_the_last_seconds_are_cut_off() throws IOException {
        Path file = leftBehind(200);
        try (RandomAccessFile torn = new RandomAccessFile(file.toFile(), "rw")) {
            torn.seek(torn.length() - 4000);
            torn.write(new byte[4000]);
        }
        try (Mp4Writer writer = goOn(file, new ArrayList<>())) {
            writer.finish();
        }
        assertThat(Mp4File.of(file).damaged()).isZero();
        assertThat(Mp4File.of(file).pictures()).isBetween(200 - 2 * A_SECOND, 200);
    }

    @Test
    void it_can_be_left_behind_again_and_again() throws IOException {
        Path file = leftBehind(50);
        for (int kill = 1; kill <= 5; kill++) {
            try (Mp4Writer writer = goOn(file, new ArrayList<>())) {
                writePictures(writer, kill * 100, kill * 100 + 50, 0);
                writer.flush();
            }
        }
        try (Mp4Writer writer = goOn(file, new ArrayList<>())) {
            writer.finish();
        }
        assertThat(Mp4File.of(file).pictures()).isEqualTo(300);
        assertThat(Mp4File.of(file).damaged()).isZero();
    }

    @Test
    void a_finished_file_is_opened_again() throws IOException {
        Path file = folder.resolve("match.mp4");
        try (Mp4Writer writer = files.create(file, List.of(Pictures.h264Track()))) {
            writePictures(writer, 0, 110, 0);
            writer.finish();
        }
        List<Packet> kept = new ArrayList<>();
        try (Mp4Writer writer = goOn(file, kept)) {
            writePictures(writer, 150, 200, 0);
            writer.finish();
        }
        assertThat(kept).hasSize(110);
        assertThat(Mp4File.of(file).pictures()).isEqualTo(160);
        assertThat(Mp4File.of(file).isOrdinary()).isTrue();
    }

    @Test
    void an_end_that_was_half_written_is_written_again() throws IOException {
        Path file = leftBehind(110);
        byte[] left = Files.readAllBytes(file);
        try (Mp4Writer writer = goOn(file, new ArrayList<>())) {
            writer.finish();
        }
        byte[] finished = Files.readAllBytes(file);
        for (int index : new int[] {20, 700, finished.length - left.length}) {
            byte[] half = Arrays.copyOf(left, left.length + index);
            System.arraycopy(finished, left.length, half, left.length, index);
            Files.write(file, half);
            try (Mp4Writer writer = goOn(file, new ArrayList<>())) {
                writer.finish();
            }
            assertThat(file).hasBinaryContent(finished);
        }
    }

    @Test
    void pictures_in_another_order_than_they_are_decoded_in_stay_so() throws IOException {
        Path file = folder.resolve("match.mp4");
        try (Mp4Writer writer = files.create(file, List.of(Pictures.h264Track()))) {
            writePictures(writer, 0, 60, 40_000);
            writer.flush();
        }
        try (Mp4Writer writer = goOn(file, new ArrayList<>())) {
            writePictures(writer, 100, 150, 40_000);
            writer.finish();
        }
        List<Packet> video = Mp4File.of(file).video();
        assertThat(video).hasSize(110);
        for (int i = 0; i < video.size(); i++) {
            int sent = i < 60 ? i : i + 40;
            assertThat(video.get(i).dtsMicros()).isEqualTo(sent * 40_000L);
            assertThat(video.get(i).ptsMicros()).isEqualTo(sent * 40_000L + 40_000L * (sent % 3));
        }
    }

    @Test
    void a_file_of_somebody_else_stays_untouched() throws IOException {
        byte[] strange = "no film at all, but long enough to be looked at".getBytes();
        Path file = Files.write(folder.resolve("strange.mp4"), strange);
        assertThat(files.goOn(file, packet -> {})).isEmpty();
        assertThat(file).hasBinaryContent(strange);
    }

    @Test
    void the_end_of_two_hours_writes_tables_only() throws IOException {
        Path file = folder.resolve("long.mp4");
        try (Mp4Writer writer = files.create(file, TwoHours.TRACKS)) {
            TwoHours.writeTo(writer, 0);
            writer.flush();
            long before = Files.size(file);
            writer.finish();
            assertThat(Files.size(file) - before).isLessThan(10 << 20);
        }
    }

    @Test
    void two_hours_are_taken_over_without_being_copied() throws IOException {
        Path file = folder.resolve("long.mp4");
        try (Mp4Writer writer = files.create(file, TwoHours.TRACKS)) {
            TwoHours.writeTo(writer, 0);
            writer.flush();
        }
        long size = Files.size(file);
        int[] pictures = new int[1];
        long began = System.nanoTime();
        Mp4Writer.Continued left = files.goOn(
                        file, packet -> pictures[0] += packet.track().isVideo() ? 1 : 0)
                .orElseThrow();
        long taken = System.nanoTime();
        try (Mp4Writer writer = left.writer()) {
            assertThat(Files.size(file)).isEqualTo(size);
            assertThat(folder.toFile().list()).containsExactly("long.mp4");
            assertThat(pictures[0]).isEqualTo(TwoHours.PICTURES);
            writer.finish();
        }
        System.out.printf(
                "two hours: taken over in %d ms, finished in %d ms%n",
                (taken - began) / 1_000_000, (System.nanoTime() - taken) / 1_000_000);
        assertThat(Files.size(file) - size).isLessThan(10 << 20);
        try (FfmpegMp4Reader reader = new FfmpegMp4Reader(file)) {
            assertThat(reader.tracks()).extracting(Track::kind).containsExactly(Track.Kind.VIDEO, Track.Kind.AUDIO);
            assertThat(reader.next()).isPresent();
        }
        try (MediaFile opened = new MediaFile(file)) {
            assertThat(opened.seconds()).isCloseTo(7200, within(0.1));
        }
    }
}
