package club.courtside.demo;

import club.courtside.media.ffmpeg.AacEncoder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The sound track of a camera: how it is coded, packed and announced. Used by one thread, once made. */
abstract class CameraSound implements AutoCloseable {

    private final int rate;
    private long next = -1;

    private CameraSound(int rate) {
        this.rate = rate;
    }

    static CameraSound of(SoundCodec codec) {
        return codec == SoundCodec.AAC ? new Aac() : new Pcma();
    }

    int rate() {
        return rate;
    }

    /** RTP payload type. */
    abstract int payloadType();

    /** The media's lines in the session description, from {@code m=} on. */
    abstract String description();

    /** The frame as an RTP payload. */
    abstract byte[] payload(byte[] frame);

    /** How many samples one frame has. */
    abstract int frame();

    abstract List<byte[]> encode(short[] pcm);

    /** How many samples a frame that comes out is older than the last sample that went in. */
    abstract int delay();

    /** All complete frames up to a moment; after a pause it goes on at the pause's end. */
    List<Unit> upTo(long micros, Sound sound) {
        long now = micros * rate / 1_000_000;
        if (next < 0 || now - next > rate / 8) next = now - now % frame();
        List<Unit> units = new ArrayList<>();
        while (next + frame() <= now) {
            for (byte[] coded : encode(sound.samples(next, frame())))
                units.add(new Unit(false, (next - delay()) * 1_000_000 / rate, true, coded));
            next += frame();
        }
        return units;
    }

    @Override
    public void close() {}

    private static final class Aac extends CameraSound {
        private static final int RATE = 48_000;
        private final AacEncoder encoder = new AacEncoder(RATE, 1, 64_000);

        Aac() {
            super(RATE);
        }

        @Override
        int payloadType() {
            return 97;
        }

        @Override
        String description() {
            return "m=audio 0 RTP/AVP 97\r\na=rtpmap:97 MPEG4-GENERIC/48000/1\r\n"
                    + "a=fmtp:97 streamtype=5;profile-level-id=1;mode=AAC-hbr;sizelength=13;indexlength=3;"
                    + "indexdeltalength=3;config="
                    + HexFormat.of().formatHex(encoder.audioSpecificConfig()) + "\r\n";
        }

        /** RFC 3640, 3.3.6: the length of the headers in bits, one header of size and index, the frame. */
        @Override
        byte[] payload(byte[] frame) {
            byte[] payload = new byte[frame.length + 4];
            payload[1] = 16;
            payload[2] = (byte) (frame.length >> 5);
            payload[3] = (byte) (frame.length << 3);
            System.arraycopy(frame, 0, payload, 4, frame.length);
            return payload;
        }

        @Override
        int frame() {
            return AacEncoder.FRAME;
        }

        @Override
        List<byte[]> encode(short[] pcm) {
            return encoder.encode(pcm);
        }

        /** One frame inside the encoder, one because the transform overlaps. */
        @Override
        int delay() {
            return 2 * AacEncoder.FRAME;
        }

        @Override
        public void close() {
            encoder.close();
        }
    }

    private static final class Pcma extends CameraSound {
        Pcma() {
            super(8_000);
        }

        @Override
        int payloadType() {
            return 8;
        }

        @Override
        String description() {
            return "m=audio 0 RTP/AVP 8\r\na=rtpmap:8 PCMA/8000/1\r\na=ptime:20\r\n";
        }

        @Override
        byte[] payload(byte[] frame) {
            return frame;
        }

        @Override
        int frame() {
            return 160;
        }

        @Override
        List<byte[]> encode(short[] pcm) {
            return List.of(ALaw.encode(pcm));
        }

        @Override
        int delay() {
            return 0;
        }
    }
}
