package club.courtside.media;

import club.courtside.media.Recording.Before;
import club.courtside.media.Recording.Plan;
import club.courtside.media.Recording.State;
import club.courtside.media.ffmpeg.Ffmpeg;
import club.courtside.media.ffmpeg.FragmentMuxer;
import club.courtside.media.ffmpeg.JpegPictures;
import club.courtside.media.ffmpeg.MediaFile;
import club.courtside.support.Damage;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A process that records, shows and looks at damaged streams, one after the other; it ends with 0 when it survives them.
 * Arguments: a folder of its own, a folder of streams as HTTP cameras send them, the first seed, how many.
 */
final class DamagedStreams {

    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final PictureRequest SMALL = new PictureRequest(0, 64, 50);

    private final Path folder;
    private final List<Path> overHttp;
    private final List<List<Packet>> coded = List.of(
            Pictures.h264().subList(0, 60).stream()
                    .map(Pictures::withParameters)
                    .toList(),
            Pictures.h265(160, 120).stream().map(Pictures::withParameters).toList(),
            Pictures.jpegs(40));
    private final Ffmpeg ffmpeg = new Ffmpeg();
    private int files;

    private DamagedStreams(Path folder, List<Path> overHttp) {
        this.folder = folder;
        this.overHttp = overHttp;
    }

    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.OFF);
        List<Path> streams;
        try (var found = Files.list(Path.of(arguments[1]))) {
            streams = found.sorted().toList();
        }
        DamagedStreams all = new DamagedStreams(Path.of(arguments[0]), streams);
        int first = Integer.parseInt(arguments[2]);
        int count = Integer.parseInt(arguments[3]);
        for (int seed = first; seed < first + count; seed++) {
            Files.writeString(all.folder.resolve("seed"), String.valueOf(seed));
            all.survive(seed);
        }
        System.out.println("survived " + count + " with " + all.files + " files");
        System.exit(0);
    }

    private void survive(int seed) throws Exception {
        Damage damage = new Damage(seed);
        if (seed % 4 == 3) overHttp(damage);
        else packets(damage, coded.get(seed % 4));
    }

    private void packets(Damage damage, List<Packet> whole) throws Exception {
        Track video = damage.track(whole.get(0).track());
        Damaged source = new Damaged(video, damage.packets(whole, video));
        use(
                damage,
                new Feed(
                        "damaged",
                        CameraAddress.parse("rtsp://x/y", null, null, null),
                        source,
                        FeedClock.SYSTEM,
                        () -> {}),
                source.sent);
    }

    private void overHttp(Damage damage) throws Exception {
        Path stream = overHttp.get(damage.below(overHttp.size()));
        byte[] bytes = Files.readAllBytes(stream);
        for (int i = damage.below(6); i >= 0; i--) bytes = damage.bytes(bytes);
        byte[] damaged = bytes;
        CountDownLatch sent = new CountDownLatch(1);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(damaged);
            } finally {
                sent.countDown();
            }
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/" + stream.getFileName();
            CameraAddress address = CameraAddress.parse(url, null, null, null);
            use(damage, new Feed("damaged", address, ffmpeg.opener(), FeedClock.SYSTEM, () -> {}), sent);
        } finally {
            server.stop(0);
            threads.shutdownNow();
        }
    }

    /** Recorded, watched as video and as pictures, all at once; then somebody looks at the file. */
    private void use(Damage damage, Feed feed, CountDownLatch sent) throws Exception {
        Path file = folder.resolve("damaged.mp4");
        try (feed) {
            Plan plan = new Plan(
                    "r", file, Instant.now().plusSeconds(60), null, true, null, damage.oneIn(2), Before.NOTHING);
            Recording recording = Recording.start(plan, feed, ffmpeg.recordingTools(), FeedClock.SYSTEM, () -> {});
            Thread watching = new Thread(() -> watch(feed));
            Thread looking = new Thread(() -> look(feed));
            watching.start();
            looking.start();
            sent.await(60, TimeUnit.SECONDS);
            watching.join(20_000);
            looking.join(20_000);
            Recording.Snapshot end = recording.stop();
            for (int i = 0; i < 20 && isRunning(end); i++) end = recording.stop();
            if (isRunning(end) || watching.isAlive() || looking.isAlive())
                throw new AssertionError("still " + end.state() + ", watching " + watching.isAlive());
        }
        if (Files.exists(file)) {
            files++;
            try (MediaFile read = new MediaFile(file)) {
                read.jpeg(0.5, 64);
            } catch (IOException damaged) {
                // As it came.
            }
            Files.delete(file);
        }
    }

    private static boolean isRunning(Recording.Snapshot snapshot) {
        return snapshot.state() != State.COMPLETED && snapshot.state() != State.FAILED;
    }

    private void watch(Feed feed) {
        LiveVideo live = new LiveVideo(feed, FragmentMuxer::new, ffmpeg.liveConversion());
        try (VideoViewer viewer = live.open(PATIENCE)) {
            for (int i = 0; i < 40 && viewer.next(PATIENCE) != null; i++) {}
        } catch (CameraLost damaged) {
            // As it came.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Feed feed) {
        LivePictures live = new LivePictures(feed, JpegPictures::new, FeedClock.SYSTEM, 5);
        try (PictureViewer viewer = live.open(SMALL, PATIENCE)) {
            for (int i = 0; i < 10 && viewer.next(PATIENCE) != null; i++) {}
        } catch (CameraLost | TooManyViewers damaged) {
            // As it came.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends what it has and hangs up. */
    private static final class Damaged implements Source.Opener {
        private final Track video;
        private final Deque<Packet> packets;
        private final CountDownLatch sent = new CountDownLatch(1);

        Damaged(Track video, List<Packet> packets) {
            this.video = video;
            this.packets = new ArrayDeque<>(packets);
        }

        @Override
        public Source open(CameraAddress address, FeedClock clock) throws CameraLost {
            if (packets.isEmpty()) throw gone();
            return new Source() {
                @Override
                public List<Track> tracks() {
                    return List.of(video);
                }

                @Override
                public Packet read() throws CameraLost {
                    Packet next = packets.poll();
                    if (next == null) throw gone();
                    return new Packet(
                            next.track(),
                            next.ptsMicros(),
                            next.dtsMicros(),
                            next.key(),
                            System.nanoTime(),
                            next.data());
                }

                @Override
                public void abort() {}

                @Override
                public void close() {}
            };
        }

        private CameraLost gone() {
            sent.countDown();
            return new CameraLost(CameraLost.Reason.CLOSED, "gone");
        }
    }
}
