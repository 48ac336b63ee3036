package club.courtside.media.relay;

import club.courtside.media.Track;
import club.courtside.media.Track.Codec;
import club.courtside.media.Track.Kind;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;

/** Two seconds of picture or sound, coded by Debian's ffmpeg program. */
record Clip(Codec codec, int width, int height, int rate, int channels, long interval, List<Unit> units) {

    record Unit(boolean key, byte[] data) {}

    private static final int SECONDS = 2;
    private static final long PICTURE = 40_000;
    private static final ConcurrentHashMap<String, Clip> MADE = new ConcurrentHashMap<>();

    static Clip h264() {
        return h264(320, 180, 20);
    }

    /** @param quality CRF: 0 is best and largest */
    static Clip h264(int width, int height, int quality) {
        return made("h264 " + width + "x" + height + " " + quality, name -> {
            String options = "-c:v libx264 -preset ultrafast -tune zerolatency -crf " + quality
                    + " -g 25 -pix_fmt yuv420p -x264-params aud=1:repeat-headers=1:scenecut=0 -f h264";
            List<byte[]> units = accessUnits(picture(width, height, options), unit -> (unit & 31) == 9);
            return video(Codec.H264, width, height, units, unit -> unitType(unit, type -> type & 31, 5, 5));
        });
    }

    static Clip h265() {
        return made("h265", name -> {
            String options = "-c:v libx265 -preset ultrafast -tune zerolatency -g 25 -pix_fmt yuv420p"
                    + " -x265-params aud=1:repeat-headers=1:log-level=none:bframes=0 -f hevc";
            List<byte[]> units = accessUnits(picture(320, 180, options), unit -> (unit >> 1 & 63) == 35);
            return video(Codec.H265, 320, 180, units, unit -> unitType(unit, type -> type >> 1 & 63, 16, 21));
        });
    }

    /** 4:2:0 */
    static Clip mjpeg(int width, int height) {
        return made("mjpeg " + width + "x" + height, name -> {
            String options = "-c:v mjpeg -huffman default -q:v 5 -pix_fmt yuvj420p -f mjpeg";
            return video(Codec.MJPEG, width, height, pictures(picture(width, height, options)), unit -> true);
        });
    }

    /** 4:2:2 as cameras send it, by GStreamer: FFmpeg cuts its blocks in another way. */
    static Clip mjpeg422(int width, int height) {
        return made("mjpeg422 " + width + "x" + height, name -> {
            String pipeline = "gst-launch-1.0 -q videotestsrc num-buffers=50 ! video/x-raw,format=Y42B,width=" + width
                    + ",height=" + height + ",framerate=25/1 ! jpegenc ! fdsink fd=1";
            List<byte[]> pictures = pictures(output(List.of(pipeline.split(" "))));
            return video(Codec.MJPEG, width, height, pictures, unit -> true);
        });
    }

    static Clip aac() {
        return made("aac", name -> {
            byte[] adts = sound(48_000, "-c:a aac -b:a 64k -f adts");
            List<Unit> units = new ArrayList<>();
            for (int at = 0; at + 7 < adts.length; ) {
                int length = (adts[at + 3] & 3) << 11 | (adts[at + 4] & 255) << 3 | (adts[at + 5] & 255) >> 5;
                units.add(new Unit(true, Arrays.copyOfRange(adts, at + 7, at + length)));
                at += length;
            }
            return new Clip(Codec.AAC, 0, 0, 48_000, 1, 1024L * 1_000_000 / 48_000, units);
        });
    }

    static Clip g711(Codec law, int rate) {
        return made(law + " " + rate, name -> {
            String format = law == Codec.PCMA ? "alaw" : "mulaw";
            byte[] samples = sound(rate, "-c:a pcm_" + format + " -f " + format);
            List<Unit> units = new ArrayList<>();
            int size = rate / 50;
            for (int at = 0; at + size <= samples.length; at += size)
                units.add(new Unit(true, Arrays.copyOfRange(samples, at, at + size)));
            return new Clip(law, 0, 0, rate, 1, 20_000, units);
        });
    }

    private static Clip made(String name, Function<String, Clip> how) {
        return MADE.computeIfAbsent(name, how);
    }

    private static Clip video(Codec codec, int width, int height, List<byte[]> units, Predicate<byte[]> key) {
        List<Unit> all =
                units.stream().map(data -> new Unit(key.test(data), data)).toList();
        return new Clip(codec, width, height, 0, 0, PICTURE, all);
    }

    Track track(int index) {
        Kind kind = width > 0 ? Kind.VIDEO : Kind.AUDIO;
        return new Track(index, kind, codec, width, height, rate, channels, configuration());
    }

    private byte[] configuration() {
        return switch (codec) {
            case H264, H265 -> units.get(0).data();
            case AAC -> new byte[] {0x11, (byte) 0x88}; // AAC-LC, 48 kHz, mono
            default -> new byte[0];
        };
    }

    long micros() {
        return SECONDS * 1_000_000L;
    }

    private static byte[] picture(int width, int height, String options) {
        return ffmpeg("testsrc2=size=" + width + "x" + height + ":rate=25:duration=" + SECONDS, options);
    }

    private static byte[] sound(int rate, String options) {
        return ffmpeg("sine=frequency=440:sample_rate=" + rate + ":duration=" + SECONDS, options);
    }

    private static byte[] ffmpeg(String source, String options) {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-f", "lavfi", "-i", source));
        command.addAll(List.of(options.split(" ")));
        command.add("-");
        return output(command);
    }

    private static byte[] output(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            byte[] coded = process.getInputStream().readAllBytes();
            if (process.waitFor() != 0 || coded.length == 0) throw new AssertionError("nothing came of " + command);
            return coded;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("./courtside test installs what is missing", e);
        }
    }

    /** Each begins with an access unit delimiter. */
    private static List<byte[]> accessUnits(byte[] stream, IntPredicate delimiter) {
        List<byte[]> units = new ArrayList<>();
        int begin = -1;
        for (int i = 0; i + 4 < stream.length; i++) {
            boolean start = stream[i] == 0 && stream[i + 1] == 0 && stream[i + 2] == 0 && stream[i + 3] == 1;
            if (!start || !delimiter.test(stream[i + 4])) continue;
            if (begin >= 0) units.add(Arrays.copyOfRange(stream, begin, i));
            begin = i;
        }
        units.add(Arrays.copyOfRange(stream, begin, stream.length));
        return units;
    }

    private static boolean unitType(byte[] unit, IntUnaryOperator type, int from, int to) {
        for (int i = 0; i + 3 < unit.length; i++) {
            boolean start = unit[i] == 0 && unit[i + 1] == 0 && unit[i + 2] == 1;
            if (!start) continue;
            int found = type.applyAsInt(unit[i + 3]);
            if (found >= from && found <= to) return true;
        }
        return false;
    }

    private static List<byte[]> pictures(byte[] stream) {
        List<byte[]> all = new ArrayList<>();
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        for (int i = 0; i < stream.length; i++) {
            picture.write(stream[i]);
            boolean end = i > 0 && (stream[i] & 255) == 0xD9 && (stream[i - 1] & 255) == 0xFF;
            if (!end) continue;
            all.add(picture.toByteArray());
            picture.reset();
        }
        return all;
    }
}
