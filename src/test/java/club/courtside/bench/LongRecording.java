package club.courtside.bench;

import club.courtside.bench.source.AccessUnits;
import club.courtside.media.Mp4Writer;
import club.courtside.media.Packet;
import club.courtside.media.Track;
import club.courtside.media.ffmpeg.Ffmpeg;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Two hours of 25 pictures a second, written by the real writer as fast as it can, then ended: in a process of its own, so
 * that its memory is its own. The pictures are small: what grows with the length is the index, not the bytes.
 *
 * @param stopMillis until the file is an ordinary MP4, safe on disk
 * @param memory what the process grew by, bytes (PSS), from the first second of the recording to its last
 */
record LongRecording(int packets, long stopMillis, long memory, boolean playable) {

    private static final int PACKETS = 2 * 60 * 60 * 25;
    private static final int BETWEEN_SYNCS = 2500;

    static LongRecording measure(Film film, Path work) throws IOException, InterruptedException {
        Path file = work.resolve("two-hours.mp4");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xms32m",
                        "-Xmx256m",
                        "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
                        "-Dorg.bytedeco.javacpp.cachedir=" + work.resolve("cache"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LongRecording.class.getName(),
                        file.toString(),
                        film.small().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        if (process.waitFor() != 0) throw new IOException("the long recording failed");
        long[] figures = Arrays.stream(output.strip().split(" "))
                .mapToLong(Long::parseLong)
                .toArray();
        VideoFile found = VideoFile.read(file);
        Files.delete(file);
        return new LongRecording(PACKETS, figures[0], figures[1], found.isSound() && found.pictures() == PACKETS);
    }

    public static void main(String[] arguments) throws IOException {
        List<byte[]> pictures = AccessUnits.of(Files.readAllBytes(Path.of(arguments[1]))).stream()
                .map(LongRecording::joined)
                .toList();
        Track track = new Track(0, Track.Kind.VIDEO, Track.Codec.H264, 320, 180, 0, 0, pictures.get(0));
        try (Mp4Writer writer = new Ffmpeg().recordingTools().writer().create(Path.of(arguments[0]), List.of(track))) {
            long before = 0;
            for (int i = 0; i < PACKETS; i++) {
                writer.write(picture(track, i, pictures.get(i % pictures.size()), i % pictures.size() == 0));
                if (i % BETWEEN_SYNCS != BETWEEN_SYNCS - 1) continue;
                writer.sync();
                if (before == 0) before = pss();
            }
            long grown = pss() - before;
            long from = System.nanoTime();
            writer.finish();
            System.out.println((System.nanoTime() - from) / 1_000_000 + " " + grown);
        }
    }

    private static long pss() {
        System.gc();
        return Usage.pssBytes(List.of(ProcessHandle.current().pid()));
    }

    private static Packet picture(Track track, int number, byte[] bytes, boolean key) {
        long micros = number * 40_000L;
        return new Packet(track, micros, micros, key, System.nanoTime(), ByteBuffer.wrap(bytes));
    }

    private static byte[] joined(List<byte[]> unit) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] nal : unit) {
            out.writeBytes(new byte[] {0, 0, 0, 1});
            out.writeBytes(nal);
        }
        return out.toByteArray();
    }
}
