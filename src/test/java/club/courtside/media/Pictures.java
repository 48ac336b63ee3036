package club.courtside.media;

import club.courtside.media.ffmpeg.Ffmpeg;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Real pictures for made-up cameras: a square that moves, as JPEG and as H.264 with a key frame every two seconds. */
public final class Pictures {

    public static final int FRAMES = 250;
    private static final int[] SIZE = {160, 120};
    private static final List<Packet> H264 = encode(SIZE[0], SIZE[1]);

    private Pictures() {}

    public static byte[] jpeg(int number, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(20, 90, 160));
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.YELLOW);
        graphics.fillRect(number * 3 % (width - 20), number * 2 % (height - 20), 20, 20);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static Track jpegTrack(int width, int height) {
        return new Track(0, Track.Kind.VIDEO, Track.Codec.MJPEG, width, height, 0, 0, new byte[0]);
    }

    /** From an HTTP camera, 25 a second. */
    public static List<Packet> jpegs(int count) {
        List<Packet> jpegs = new ArrayList<>();
        for (int i = 0; i < count; i++)
            jpegs.add(new Packet(
                    jpegTrack(SIZE[0], SIZE[1]),
                    i * 40_000L,
                    i * 40_000L,
                    true,
                    0,
                    ByteBuffer.wrap(jpeg(i, SIZE[0], SIZE[1]))));
        return jpegs;
    }

    /** Ten seconds at 25 frames a second, from time 0; frame 0, 50, 100 … are key frames. */
    public static List<Packet> h264() {
        return H264;
    }

    public static Track h264Track() {
        return H264.get(0).track();
    }

    public static List<Packet> encode(int width, int height) {
        return encode(width, height, null, FRAMES);
    }

    /** Two seconds. */
    public static List<Packet> h265(int width, int height) {
        Track h265 = new Track(0, Track.Kind.VIDEO, Track.Codec.H265, width, height, 0, 0, null);
        return encode(width, height, h265, 50);
    }

    private static List<Packet> encode(int width, int height, Track like, int frames) {
        List<Packet> encoded = new ArrayList<>();
        try (Conversion toH264 = new Ffmpeg().recordingTools().toH264().open(jpegTrack(width, height), like)) {
            for (int i = 0; i < frames; i++) {
                ByteBuffer jpeg = ByteBuffer.wrap(jpeg(i, width, height));
                encoded.addAll(
                        toH264.convert(new Packet(jpegTrack(width, height), i * 40_000L, i * 40_000L, true, 0, jpeg)));
            }
            encoded.addAll(toH264.finish());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(encoded);
    }

    /** As a camera sends it: the parameter sets stand in its key frames. */
    public static Packet withParameters(Packet packet) {
        if (!packet.key()) return packet;
        byte[] sets = packet.track().configuration();
        ByteBuffer both = ByteBuffer.allocate(sets.length + packet.size());
        both.put(sets).put(packet.bytes()).flip();
        return new Packet(packet.track(), packet.ptsMicros(), packet.dtsMicros(), true, packet.arrivedNanos(), both);
    }
}
