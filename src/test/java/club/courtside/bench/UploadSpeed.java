package club.courtside.bench;

import club.courtside.platform.CurrentSettings;
import club.courtside.platform.queue.Priority;
import club.courtside.settings.Settings;
import club.courtside.upload.target.Bandwidth;
import club.courtside.upload.target.BunnyStorage;
import club.courtside.upload.target.Line;
import club.courtside.upload.target.Parcel;
import club.courtside.upload.target.TargetSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;

/**
 * How fast a file goes out, beside {@code curl -T}: one after the other, in turns, to a process that forgets what it gets.
 * And how much memory a long one takes.
 */
final class UploadSpeed {

    /** One turn, in seconds for the same file. */
    record Pair(double ours, double curl) {}

    /** Bytes of heap in use after a collection, at each tenth of a file of so many bytes. */
    record Heap(long file, List<Long> used) {}

    /** @param bytes of the file of the pairs */
    record Found(long bytes, List<Pair> pairs, Heap heap) {}

    private static final long FILE = 1_000_000_000;
    private static final long LONG_FILE = 5_000_000_000L;
    private static final int ROUNDS = 7;
    private static final int TENTHS = 10;

    private final Path work;

    UploadSpeed(Path work) {
        this.work = work;
    }

    Found measure() throws IOException, InterruptedException {
        Process sink = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        UploadSink.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var said = new BufferedReader(new InputStreamReader(sink.getInputStream(), StandardCharsets.US_ASCII))) {
            String address = "http://127.0.0.1:" + said.readLine();
            BunnyStorage target = target(address);
            Path file = file("film.mp4", FILE);
            pair(target, address, file, true);
            List<Pair> pairs = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) pairs.add(pair(target, address, file, round % 2 == 0));
            Files.delete(file);
            Path longOne = file("long.mp4", LONG_FILE);
            Heap heap = heap(target, longOne);
            Files.delete(longOne);
            return new Found(FILE, pairs, heap);
        } finally {
            sink.destroy();
        }
    }

    /** The one target that sends a file in one request, as curl does. */
    private BunnyStorage target(String address) {
        var settings = new TargetSettings(new CurrentSettings(new Settings(
                new Properties(),
                Map.of("BUNNY_STORAGE_ENDPOINT", address, "BUNNY_STORAGE_ZONE", "zone", "BUNNY_STORAGE_KEY", "key"),
                work)));
        return new BunnyStorage(settings, new Line(settings), new Bandwidth(settings), Clock.systemUTC());
    }

    /** Holes are zeros: what is measured is not the disk. */
    private Path file(String name, long bytes) throws IOException {
        Path file = work.resolve(name);
        try (var open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(bytes);
        }
        return file;
    }

    private static Pair pair(BunnyStorage target, String address, Path file, boolean oursFirst)
            throws IOException, InterruptedException {
        double ours = oursFirst ? ours(target, file, bytes -> {}) : 0;
        double curl = curl(address, file);
        return new Pair(oursFirst ? ours : ours(target, file, bytes -> {}), curl);
    }

    private interface Reached {
        void at(long bytes);
    }

    private static double ours(BunnyStorage target, Path file, Reached reached) throws IOException {
        Parcel.Journey journey = new Parcel.Journey() {
            @Override
            public String memory() {
                return null;
            }

            @Override
            public void remember(String words) {
                // It is not broken off.
            }

            @Override
            public void reached(long bytes) {
                reached.at(bytes);
            }

            @Override
            public boolean isWanted() {
                return true;
            }
        };
        Parcel parcel = new Parcel(
                UUID.randomUUID(),
                "key",
                UUID.randomUUID(),
                UUID.randomUUID(),
                file,
                Files.size(file),
                "00".repeat(32),
                "film.mp4",
                "Film",
                "video/mp4",
                new Parcel.Wish("base", Priority.NORMAL, false),
                journey);
        long began = System.nanoTime();
        target.send(parcel);
        return (System.nanoTime() - began) / 1e9;
    }

    private static double curl(String address, Path file) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Process curl = new ProcessBuilder("curl", "-sS", "-f", "-T", file.toString(), address + "/film.mp4")
                .inheritIO()
                .start();
        if (curl.waitFor() != 0) throw new IOException("curl could not send the file");
        return (System.nanoTime() - began) / 1e9;
    }

    private static Heap heap(BunnyStorage target, Path file) throws IOException {
        List<Long> used = new ArrayList<>();
        long[] next = {0};
        ours(target, file, bytes -> {
            if (bytes < next[0]) return;
            next[0] = bytes + LONG_FILE / TENTHS;
            System.gc();
            used.add(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        });
        return new Heap(LONG_FILE, used);
    }
}
