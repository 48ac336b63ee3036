package club.courtside.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.courtside.media.Pace;
import club.courtside.support.Boxes;
import club.courtside.support.Ffprobe;
import club.courtside.support.Films;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever somebody films with becomes what every player shows. */
@Timeout(400)
class VideoCopyTest {

    private static final CopyForm STANDARD = new CopyForm(108, 192, 30, false, 23, "veryfast", 128_000, 0, 2);
    private static final CopyForm CROPPED = new CopyForm(108, 192, 30, true, 23, "veryfast", 128_000, 0, 2);
    private static final CopyForm COMPACT = new CopyForm(0, 0, 0, false, 23, "veryfast", 128_000, 0, 2);

    @TempDir
    Path folder;

    private Films films;

    @BeforeEach
    void prepare() {
        films = new Films(folder);
    }

    @Test
    void a_wide_film_stands_upright_between_bars_or_fills_the_picture() throws Exception {
        Path film = films.usual("film.mp4");
        for (CopyForm form : List.of(STANDARD, CROPPED)) {
            Ffprobe copy = copied(film, form);
            assertThat(copy.size()).isEqualTo("108x192");
            assertThat(copy.codecs()).containsExactly("h264", "aac");
            assertThat(copy.pixelFormat()).isEqualTo("yuv420p");
            assertThat(copy.videoTimes()).hasSizeBetween(29, 31);
            assertThat(copy.seconds()).isBetween(0.9, 1.2);
            assertThat(darkRows()).as("bars").isEqualTo(form == CROPPED ? 0 : 132);
        }
    }

    @Test
    void its_tables_stand_at_the_beginning_and_nothing_else_is_left() throws Exception {
        copied(films.usual("film.mp4"), STANDARD);
        assertThat(Boxes.names(Files.readAllBytes(copy()))).startsWith("ftyp", "moov");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("film.mp4", "copy.mp4");
        }
    }

    @Test
    void the_source_is_never_changed() throws Exception {
        Path film = films.usual("film.mp4");
        byte[] before = Files.readAllBytes(film);
        copied(film, STANDARD);
        assertThat(Files.readAllBytes(film)).isEqualTo(before);
    }

    @Test
    void hevc_with_ten_bits_becomes_h264_with_eight() throws Exception {
        Path film = films.usual(
                "film.mp4",
                "-c:v",
                "libx265",
                "-x265-params",
                "log-level=none",
                "-pix_fmt",
                "yuv420p10le",
                "-tag:v",
                "hvc1");
        Ffprobe copy = copied(film, COMPACT);
        assertThat(copy.codecs()).containsExactly("h264", "aac");
        assertThat(copy.pixelFormat()).isEqualTo("yuv420p");
        assertThat(copy.size()).isEqualTo("320x180");
    }

    @Test
    void what_a_telephone_filmed_sideways_stands_upright() throws Exception {
        Path film = films.usual("film.mp4");
        for (int turned : new int[] {90, 180, 270}) {
            Path phone = films.run(
                    "phone-" + turned + ".mp4",
                    "-i",
                    film.toString(),
                    "-c",
                    "copy",
                    "-metadata:s:v:0",
                    "rotate=" + turned);
            Ffprobe copy = copied(phone, COMPACT);
            assertThat(copy.size()).as("turned by " + turned).isEqualTo(turned == 180 ? "320x180" : "180x320");
            assertThat(copy.rotation()).isZero();
            Path expected = films.run(
                    "expected.mp4",
                    "-i",
                    phone.toString(),
                    "-an",
                    "-vf",
                    "scale=in_color_matrix=smpte170m:out_color_matrix=bt709");
            assertThat(similarity(expected, copy())).as("turned by " + turned).isGreaterThan(25);
        }
    }

    @Test
    void odd_sizes_lose_their_last_row_and_column() throws Exception {
        Path film = films.picture("film.mkv", "testsrc2=s=321x181:r=25:d=1", "-pix_fmt", "yuv444p", "-c:v", "libx264");
        assertThat(copied(film, COMPACT).size()).isEqualTo("320x180");
        assertThat(copied(film, STANDARD).size()).isEqualTo("108x192");
    }

    @Test
    void pixels_that_are_no_squares_become_squares_or_stay_what_they_are() throws Exception {
        Path film = films.picture("film.mp4", "testsrc2=s=180x144:r=25:d=1", "-vf", "setsar=16/9");
        var wide = new CopyForm(320, 144, 0, true, 23, "veryfast", 128_000, 0, 2);
        Ffprobe squares = copied(film, wide);
        assertThat(squares.size()).isEqualTo("320x144");
        assertThat(squares.pixelAspect()).isIn("1:1", "");
        assertThat(darkRows()).isZero();
        Ffprobe same = copied(film, COMPACT);
        assertThat(same.size()).isEqualTo("180x144");
        assertThat(same.pixelAspect()).isEqualTo("16:9");
    }

    @Test
    void a_film_without_sound_stays_without() throws Exception {
        Path film = films.run("film.mp4", "-f", "lavfi", "-i", "testsrc2=s=320x180:r=25:d=1", "-pix_fmt", "yuv420p");
        assertThat(copied(film, STANDARD).codecs()).containsExactly("h264");
    }

    @Test
    void every_sound_becomes_aac_in_mono_or_stereo() throws Exception {
        assertSound("mono.mp4", "mono", 48_000, 1, "-ac", "1");
        assertSound("surround.mkv", "5.1", 48_000, 2, "-ac", "6", "-c:a", "ac3");
        assertSound("cd.mp4", "44.1 kHz", 44_100, 2, "-ar", "44100", "-ac", "2");
        assertSound("telephone.mkv", "8 kHz", 48_000, 1, "-ar", "8000", "-ac", "1", "-c:a", "pcm_mulaw");
    }

    private void assertSound(String name, String what, int rate, int channels, String... how) throws Exception {
        Ffprobe copy = copied(films.usual(name, how), STANDARD);
        assertThat(copy.codecs()).as(what).containsExactly("h264", "aac");
        assertThat(copy.sampleRate()).as(what).isEqualTo(rate);
        assertThat(copy.channels()).as(what).isEqualTo(channels);
    }

    @Test
    void moments_stay_as_uneven_as_they_were_unless_a_rate_is_wanted() throws Exception {
        Path film = films.usual("film.mkv", "-vf", "select='not(between(n\\,5\\,14))'", "-vsync", "vfr");
        List<Double> moments = new ArrayList<>(copied(film, COMPACT).videoTimes());
        moments.sort(null);
        assertThat(moments).hasSize(15);
        assertThat(moments.get(5) - moments.get(4)).isBetween(0.42, 0.46);
        assertThat(copied(film, STANDARD).videoTimes()).hasSizeBetween(29, 31);
    }

    @Test
    void damage_in_the_middle_costs_a_few_pictures_and_no_more() throws Exception {
        Path film = films.picture("film.mp4", "testsrc2=s=320x180:r=25:d=4", "-c:v", "libx264", "-bf", "0", "-an");
        byte[] bytes = Files.readAllBytes(film);
        for (int i = bytes.length / 3; i < bytes.length / 3 + 3000; i++) bytes[i] = (byte) (i * 31);
        Files.write(film, bytes);
        long lost = VideoCopy.make(film, part(), copy(), STANDARD, Pace.FREE);
        assertThat(lost).isBetween(1L, 40L);
        assertThat(Ffprobe.of(copy()).decodeErrors()).isEmpty();
        assertThat(Ffprobe.of(copy()).seconds()).isBetween(3.8, 4.2);
    }

    @Test
    void a_copy_keeps_within_the_bytes_that_it_may_have() throws Exception {
        Path film = films.picture("film.mp4", "mandelbrot=s=640x360:r=25,trim=duration=4", "-shortest", "-crf", "30");
        long whole = bytesOf(film, new CopyForm(0, 0, 0, false, 18, "veryfast", 128_000, 0, 2));
        long limit = whole / 2;
        long least = bytesOf(film, new CopyForm(0, 0, 0, false, 18, "veryfast", 128_000, limit, 2));
        assertThat(least).isLessThanOrEqualTo(limit).isGreaterThan(limit / 3);
    }

    private long bytesOf(Path film, CopyForm form) throws Exception {
        copied(film, form);
        return Files.size(copy());
    }

    @Test
    void what_cannot_be_made_small_enough_is_refused() throws Exception {
        Path film = films.usual("film.mp4");
        assertRefused(film, new CopyForm(0, 0, 0, false, 23, "veryfast", 128_000, 2_000, 2), "too_large");
    }

    @Test
    void what_is_no_video_is_refused_with_its_reason_and_leaves_nothing() throws Exception {
        Path film = films.picture("film.mp4", "testsrc2=s=320x180:r=25:d=6", "-movflags", "+faststart");
        byte[] whole = Files.readAllBytes(film);
        Path half = Files.write(folder.resolve("half.mp4"), Arrays.copyOf(whole, whole.length / 2));
        Path text = Files.writeString(folder.resolve("text.mp4"), "no film\n".repeat(100));
        Path empty = Files.createFile(folder.resolve("empty.mp4"));
        Path list = Files.writeString(folder.resolve("list.mp4"), "#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n");
        Path sound = films.run("sound.mp4", "-f", "lavfi", "-i", "sine=d=1", "-c:a", "aac");
        for (Path file : List.of(text, empty, list, sound)) assertRefused(file, STANDARD, "no_video");
        assertThatThrownBy(() -> VideoCopy.make(half, part(), copy(), STANDARD, Pace.FREE))
                .isInstanceOf(Truncated.class);
        assertThat(copy()).doesNotExist();
        assertThat(part()).doesNotExist();
    }

    @Test
    void a_few_bytes_that_claim_years_or_acres_are_refused_at_once() throws Exception {
        Path film = films.usual("film.mp4", "-use_editlist", "0");
        Path slow = films.run("slow.mp4", "-itsscale", "100000", "-i", film.toString(), "-c", "copy");
        assertRefused(slow, STANDARD, "too_long");
        Path acres = films.run("acres.mkv", "-f", "lavfi", "-i", "color=s=9000x9000:r=1:d=1", "-c:v", "mjpeg");
        assertRefused(acres, STANDARD, "picture_too_large");
    }

    @Test
    void a_second_that_jumps_to_next_week_stays_a_second() throws Exception {
        Path film = films.usual("film.mp4", "-use_editlist", "0");
        assertThat(copied(changed(film, "stts", 12, 0x7ffffff), STANDARD).seconds())
                .isLessThan(15);
    }

    /** Four bytes of the first box of that name, counted from the end of its name. */
    private Path changed(Path film, String box, int at, int value) throws IOException {
        byte[] bytes = Files.readAllBytes(film);
        int name = find(bytes, box);
        ByteBuffer.wrap(bytes).putInt(name + 4 + at, value);
        return Files.write(folder.resolve("claims.mp4"), bytes);
    }

    private static int find(byte[] bytes, String name) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.indexOf(name, text.indexOf("moov"));
    }

    @Test
    void a_name_may_be_anything() throws Exception {
        Path odd = folder.resolve("a 'quote' \"two\" :%d ; $(x)\n🎾.mp4");
        Files.copy(films.usual("film.mp4"), odd);
        Path to = folder.resolve("to 'quote' \"two\" :%d ; $(x)\n🎾.mp4");
        VideoCopy.make(odd, part(), to, STANDARD, Pace.FREE);
        assertThat(Files.size(to)).isPositive();
    }

    @Test
    void it_asks_often_whether_it_may_go_on_and_tells_how_far_it_is() throws Exception {
        List<Double> parts = new ArrayList<>();
        VideoCopy.make(films.usual("film.mp4"), part(), copy(), STANDARD, new Pace() {
            @Override
            public void at(double part) {
                parts.add(part);
            }

            @Override
            public void quietFor(Duration most) {}
        });
        assertThat(parts).hasSizeGreaterThan(40).isSorted();
        assertThat(parts.get(parts.size() - 1)).isBetween(0.95, 1.0);
    }

    private Ffprobe copied(Path film, CopyForm form) throws IOException {
        VideoCopy.make(film, part(), copy(), form, Pace.FREE);
        Ffprobe copy = Ffprobe.of(copy());
        assertThat(copy.decodeErrors()).isEmpty();
        return copy;
    }

    private void assertRefused(Path film, CopyForm form, String code) {
        assertThatThrownBy(() -> VideoCopy.make(film, part(), copy(), form, Pace.FREE))
                .as(film.toString())
                .isInstanceOfSatisfying(
                        Unfit.class, unfit -> assertThat(unfit.code()).isEqualTo(code));
        assertThat(copy()).doesNotExist();
        assertThat(part()).doesNotExist();
    }

    /** Of the first picture of the copy. */
    private int darkRows() throws Exception {
        Path raw =
                films.run("first.raw", "-i", copy().toString(), "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "gray");
        byte[] grey = Files.readAllBytes(raw);
        Files.delete(raw);
        String[] sides = Ffprobe.of(copy()).size().split("x");
        int width = Integer.parseInt(sides[0]);
        int rows = 0;
        for (int row = 0; row < Integer.parseInt(sides[1]); row++) {
            int brightest = 0;
            for (int i = 0; i < width; i++) brightest = Math.max(brightest, grey[row * width + i] & 255);
            if (brightest < 24) rows++;
        }
        return rows;
    }

    /** PSNR of all pictures, dB. */
    private double similarity(Path one, Path other) throws Exception {
        Path log = folder.resolve("psnr.log");
        films.run(
                "null.mkv",
                "-i",
                one.toString(),
                "-i",
                other.toString(),
                "-lavfi",
                "psnr=stats_file=" + log,
                "-f",
                "matroska");
        List<String> lines = Files.readAllLines(log);
        return lines.stream()
                .mapToDouble(line -> Double.parseDouble(
                        line.replaceAll(".*psnr_y:(inf|[0-9.]+).*", "$1").replace("inf", "99")))
                .average()
                .orElse(0);
    }

    private Path copy() {
        return folder.resolve("copy.mp4");
    }

    private Path part() {
        return folder.resolve(".copy.mp4.part");
    }
}
