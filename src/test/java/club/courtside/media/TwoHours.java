package club.courtside.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** The packets of a match of two hours with sound, made as fast as they are taken. */
public final class TwoHours {

    public static final int PICTURES = 2 * 3600 * 25;
    public static final Track SOUND =
            new Track(1, Track.Kind.AUDIO, Track.Codec.AAC, 0, 0, 48_000, 2, new byte[] {0x11, (byte) 0x90});
    public static final List<Track> TRACKS = List.of(Pictures.h264Track(), SOUND);

    private static final int FILLER = 12;
    private static final long SOUND_FRAME = 1024;
    private static final byte[] SILENCE = {0x21, 0x00, 0x49, (byte) 0x90, 0x02, 0x19, 0x00, 0x23, (byte) 0x80};

    private TwoHours() {}

    /**
     * @param padding bytes that each picture is made larger by, with filler data (ITU-T H.264, 7.3.2.7): 20,000 make a
     *     camera of 4 Mb/s
     */
    public static void writeTo(Mp4Writer writer, int padding) throws IOException {
        byte[] filler = filler(padding);
        long sound = 1;
        for (int i = 0; i < PICTURES; i++) {
            long time = i * 40_000L;
            Packet picture = Pictures.h264().get(i % Pictures.FRAMES);
            writer.write(new Packet(picture.track(), time, time, picture.key(), 0, padded(picture, filler)));
            for (; at(sound) <= time; sound++)
                writer.write(new Packet(SOUND, at(sound), at(sound), true, 0, ByteBuffer.wrap(SILENCE)));
        }
    }

    private static long at(long sound) {
        return sound * SOUND_FRAME * 1_000_000 / SOUND.sampleRate();
    }

    private static ByteBuffer padded(Packet picture, byte[] filler) {
        if (filler.length == 0) return picture.bytes();
        return ByteBuffer.allocate(picture.size() + filler.length)
                .put(picture.bytes())
                .put(filler)
                .flip();
    }

    private static byte[] filler(int padding) {
        if (padding < 6) return new byte[0];
        byte[] filler = new byte[padding];
        Arrays.fill(filler, (byte) 0xff);
        filler[0] = filler[1] = filler[2] = 0;
        filler[3] = 1;
        filler[4] = FILLER;
        filler[padding - 1] = (byte) 0x80;
        return filler;
    }
}
