package club.courtside.media.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.demo.CameraSettings;
import club.courtside.demo.DemoCourt;
import club.courtside.demo.RtspCamera;
import club.courtside.demo.SoundCodec;
import club.courtside.media.CameraAddress;
import club.courtside.media.CameraLimits;
import club.courtside.media.FeedClock;
import club.courtside.media.Packet;
import club.courtside.media.Source;
import club.courtside.media.Track;
import club.courtside.media.ffmpeg.Ffmpeg;
import club.courtside.support.GstCamera;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same camera, read at the same time without a library and by libavformat. */
@Timeout(400)
class BothReadersTest {

    private static final List<String> STREAMS = List.of("plain", "b-frames", "h264-aac", "h264-mulaw");
    private static final String DEMO = "demo";
    private static final int PACKETS = 100;
    /** µs. */
    private static final long A_TICK = 12;
    /** How often at most a report moves a clock in the half that is looked at: libavformat's, or the own one of sound. */
    private static final int REPORTS = 2;

    private static final Map<String, Seen> OWN = new ConcurrentHashMap<>();
    private static final Map<String, Seen> LIBRARY = new ConcurrentHashMap<>();

    private record Seen(List<Track> tracks, List<Packet> packets) {

        List<Packet> of(Track track) {
            return packets.stream()
                    .filter(packet -> packet.track().kind() == track.kind())
                    .toList();
        }
    }

    @BeforeAll
    static void read() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try (GstCamera camera = GstCamera.open();
                var demo = new RtspCamera(CameraSettings.of(DemoCourt.CENTRAL), SoundCodec.AAC)) {
            demo.start();
            Map<String, String> urls = new HashMap<>(Map.of(DEMO, demo.url()));
            for (String stream : STREAMS) urls.put(stream, camera.url(stream));
            Map<String, Future<?>> running = new HashMap<>();
            urls.forEach((stream, url) -> running.put(stream, threads.submit(() -> see(stream, url, threads))));
            for (Future<?> stream : running.values()) stream.get();
        } finally {
            threads.shutdownNow();
        }
    }

    /** The library sees all that the other sees: it comes earlier and leaves later. */
    private static Void see(String stream, String url, ExecutorService threads) throws Exception {
        CameraAddress address = CameraAddress.parse(url, null, null, null);
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean seen = new AtomicBoolean();
        Future<Seen> library = threads.submit(() -> {
            try (Source source = new Ffmpeg().opener().open(address, FeedClock.SYSTEM)) {
                List<Packet> packets = new ArrayList<>();
                while (!seen.get()) {
                    packets.add(source.read());
                    begun.countDown();
                }
                for (int i = 0; i < PACKETS / 2; i++) packets.add(source.read());
                return new Seen(source.tracks(), packets);
            }
        });
        begun.await();
        try (Source source = RtspSource.open(address, CameraLimits.USUAL, FeedClock.SYSTEM)) {
            List<Packet> packets = new ArrayList<>();
            while (packets.size() < PACKETS) packets.add(source.read());
            OWN.put(stream, new Seen(source.tracks(), packets));
        }
        seen.set(true);
        LIBRARY.put(stream, library.get());
        return null;
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "b-frames", "h264-aac", "h264-mulaw", DEMO})
    void both_say_the_same_of_a_camera(String stream) {
        assertThat(OWN.get(stream).tracks())
                .usingRecursiveComparison()
                .isEqualTo(LIBRARY.get(stream).tracks());
    }

    /** Looked at from the middle on: GStreamer begins anew when somebody joins. */
    @ParameterizedTest
    @ValueSource(strings = {"plain", "b-frames", "h264-aac", "h264-mulaw", DEMO})
    void both_bring_the_same_pictures_and_the_same_sound(String stream) {
        for (Track track : OWN.get(stream).tracks())
            assertSame(OWN.get(stream).of(track), LIBRARY.get(stream).of(track));
    }

    private static void assertSame(List<Packet> own, List<Packet> library) {
        List<String> ownBytes = names(own);
        List<String> libraryBytes = names(library);
        int ownFrom = own.size() / 2;
        int libraryFrom = libraryBytes.lastIndexOf(ownBytes.get(ownFrom));
        assertThat(libraryFrom).isNotNegative();
        int count = own.size() - ownFrom;
        assertThat(count).isGreaterThan(5);
        assertThat(libraryBytes.subList(libraryFrom, libraryBytes.size()))
                .startsWith(ownBytes.subList(ownFrom, own.size()).toArray(String[]::new));
        for (int i = 0; i < count; i++)
            assertThat(own.get(ownFrom + i).key())
                    .isEqualTo(library.get(libraryFrom + i).key());
        int steps = 0;
        for (int i = 1; i < count; i++) {
            long apart = apart(own, ownFrom + i);
            long expected = apart(library, libraryFrom + i);
            if (Math.abs(apart - expected) > A_TICK) steps++;
        }
        assertThat(steps).as("steps of one clock only").isLessThanOrEqualTo(REPORTS);
    }

    private static long apart(List<Packet> packets, int i) {
        return packets.get(i).ptsMicros() - packets.get(i - 1).ptsMicros();
    }

    private static List<String> names(List<Packet> packets) {
        return packets.stream()
                .map(packet -> packet.size() + "-" + packet.data().hashCode())
                .toList();
    }
}
