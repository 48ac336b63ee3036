package club.courtside.support;

import club.courtside.media.CameraAddress;
import club.courtside.media.CameraLost;
import club.courtside.media.FeedClock;
import club.courtside.media.Packet;
import club.courtside.media.Source;
import club.courtside.media.Track;
import club.courtside.media.ffmpeg.H264Encoder;
import club.courtside.media.ffmpeg.JpegPictures;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A camera at the engine's seam: really coded pictures, 25 a second, a key frame each second, over and over. */
public final class SyntheticCamera implements Source.Opener {

    public static final int WIDTH = 320;
    public static final int HEIGHT = 180;
    private static final long INTERVAL = 40_000;

    private volatile List<Packet> loop;
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private volatile CameraLost away;

    private SyntheticCamera(List<Packet> loop) {
        this.loop = loop;
    }

    public static SyntheticCamera h264() {
        return h264(WIDTH, HEIGHT);
    }

    public static SyntheticCamera h264(int width, int height) {
        return new SyntheticCamera(encoded(width, height));
    }

    /** @param loop 25 pictures a second, the first a key frame */
    public static SyntheticCamera of(List<Packet> loop) {
        return new SyntheticCamera(loop);
    }

    /** Sends JPEGs. */
    public static SyntheticCamera mjpeg() {
        List<Packet> jpegs = new ArrayList<>();
        var track = new Track(0, Track.Kind.VIDEO, Track.Codec.MJPEG, WIDTH, HEIGHT, 0, 0, null);
        List<Packet> h264 = encoded(WIDTH, HEIGHT);
        try (var pictures = new JpegPictures(h264.get(0).track())) {
            for (Packet packet : h264) {
                pictures.decode(packet);
                byte[] jpeg = pictures.jpeg(WIDTH, 85);
                jpegs.add(new Packet(track, packet.ptsMicros(), packet.dtsMicros(), true, 0, ByteBuffer.wrap(jpeg)));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return new SyntheticCamera(jpegs);
    }

    /** One second of a moving bar, with its parameter sets in the key frame. */
    public static List<Packet> encoded(int width, int height) {
        List<Packet> packets = new ArrayList<>();
        try (var encoder = new H264Encoder(H264Encoder.Settings.live(width, height, 25, 500_000))) {
            byte[] parameters = encoder.parameterSets();
            var track = new Track(0, Track.Kind.VIDEO, Track.Codec.H264, width, height, 0, 0, parameters);
            for (int i = 0; i < 25; i++) {
                for (var unit : encoder.encode(picture(width, height, i), i * INTERVAL, i == 0)) {
                    byte[] data = unit.key() ? joined(parameters, unit.data()) : unit.data();
                    packets.add(new Packet(
                            track, unit.ptsMicros(), unit.ptsMicros(), unit.key(), 0, ByteBuffer.wrap(data)));
                }
            }
        }
        return packets;
    }

    private static int[] picture(int width, int height, int number) {
        int[] rgb = new int[width * height];
        for (int i = 0; i < rgb.length; i++) rgb[i] = (i % width) / 8 % 25 == number ? 0xffffff : 0x204060;
        return rgb;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    public Track track() {
        return loop.get(0).track();
    }

    public List<Packet> frames() {
        return loop;
    }

    /** From now on this, without a notice. */
    public void send(List<Packet> other) {
        loop = other;
    }

    /** How often somebody connected. */
    public int connections() {
        return opened.get();
    }

    /** How many are connected now. */
    public int connected() {
        return open.get();
    }

    /** Ends all connections and refuses new ones; null lets them in again. */
    public void away(CameraLost why) {
        away = why;
    }

    @Override
    public Source open(CameraAddress address, FeedClock clock) throws CameraLost {
        if (away != null) throw away;
        opened.incrementAndGet();
        open.incrementAndGet();
        return new Connection();
    }

    private final class Connection implements Source {

        private final long begin = System.nanoTime();
        private final List<Track> announced = List.of(track());
        private long sent;
        private volatile boolean aborted;

        @Override
        public List<Track> tracks() {
            return announced;
        }

        @Override
        public Packet read() throws CameraLost {
            long micros = sent * INTERVAL;
            for (long left = left(micros); left > 0; left = left(micros)) {
                if (aborted || Thread.currentThread().isInterrupted())
                    throw new CameraLost(CameraLost.Reason.STOPPED, "stopped");
                LockSupport.parkNanos(this, left);
            }
            if (away != null) throw away;
            Packet packet = loop.get((int) (sent++ % loop.size()));
            return new Packet(announced.get(0), micros, micros, packet.key(), System.nanoTime(), packet.data());
        }

        private long left(long micros) {
            return begin + micros * 1000 - System.nanoTime();
        }

        @Override
        public void abort() {
            aborted = true;
        }

        @Override
        public void close() {
            open.decrementAndGet();
        }
    }
}
