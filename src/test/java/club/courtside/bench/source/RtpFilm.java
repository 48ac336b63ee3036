package club.courtside.bench.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * An H.264 byte stream cut into RTP packets (RFC 6184, non-interleaved mode) framed for one TCP connection (RFC 2326,
 * 10.12), once and for all: sending a picture means to put sequence numbers and time into its buffer and to write it.
 */
final class RtpFilm {

    static final int CLOCK = 90_000;
    static final int SSRC = 0x0c0f_fee0;

    private static final int PAYLOAD = 1400;
    private static final int FRAME_HEADER = 4;
    private static final int RTP_HEADER = 12;

    /** @param packets where in the buffer each packet's RTP header begins */
    private record Picture(ByteBuffer bytes, int[] packets) {}

    private final int framesPerSecond;
    private final List<Picture> pictures = new ArrayList<>();
    private byte[] sequenceParameters = {};
    private byte[] pictureParameters = {};

    RtpFilm(byte[] annexB, int framesPerSecond) {
        this.framesPerSecond = framesPerSecond;
        for (List<byte[]> unit : AccessUnits.of(annexB)) {
            for (byte[] nal : unit) {
                if ((nal[0] & 31) == 7) sequenceParameters = nal;
                if ((nal[0] & 31) == 8) pictureParameters = nal;
            }
            pictures.add(picture(unit));
        }
        if (pictures.isEmpty() || sequenceParameters.length < 4)
            throw new IllegalArgumentException("the film holds no H.264 pictures");
    }

    static RtpFilm of(Path file, int framesPerSecond) throws IOException {
        return new RtpFilm(Files.readAllBytes(file), framesPerSecond);
    }

    private static Picture picture(List<byte[]> unit) {
        List<byte[]> payloads = new ArrayList<>();
        for (byte[] nal : unit) addPayloads(nal, payloads);
        int size = payloads.stream()
                .mapToInt(p -> FRAME_HEADER + RTP_HEADER + p.length)
                .sum();
        ByteBuffer bytes = ByteBuffer.allocateDirect(size);
        int[] packets = new int[payloads.size()];
        for (int i = 0; i < packets.length; i++) {
            byte[] payload = payloads.get(i);
            boolean last = i == packets.length - 1;
            bytes.put((byte) '$').put((byte) 0).putShort((short) (RTP_HEADER + payload.length));
            packets[i] = bytes.position();
            bytes.put((byte) 0x80).put((byte) (last ? 96 | 0x80 : 96)).putShort((short) 0);
            bytes.putInt(0).putInt(SSRC).put(payload);
        }
        return new Picture(bytes.flip(), packets);
    }

    private static void addPayloads(byte[] nal, List<byte[]> payloads) {
        if (nal.length <= PAYLOAD) {
            payloads.add(nal);
            return;
        }
        int part = PAYLOAD - 2;
        for (int at = 1; at < nal.length; at += part) {
            int length = Math.min(part, nal.length - at);
            byte[] fragment = new byte[length + 2];
            fragment[0] = (byte) (nal[0] & 0xe0 | 28);
            fragment[1] = (byte) (nal[0] & 31 | (at == 1 ? 0x80 : 0) | (at + length == nal.length ? 0x40 : 0));
            System.arraycopy(nal, at, fragment, 2, length);
            payloads.add(fragment);
        }
    }

    int length() {
        return pictures.size();
    }

    int framesPerSecond() {
        return framesPerSecond;
    }

    int packets(long frame) {
        return at(frame).packets().length;
    }

    private Picture at(long frame) {
        return pictures.get((int) (frame % pictures.size()));
    }

    /**
     * The picture of that number, the film running round and round. The buffer is good until the next call for the same
     * picture.
     */
    ByteBuffer stamped(long frame, int firstSequence, int firstTime) {
        Picture picture = at(frame);
        int time = (int) (firstTime + frame * (CLOCK / framesPerSecond));
        for (int i = 0; i < picture.packets().length; i++) {
            int packet = picture.packets()[i];
            picture.bytes().putShort(packet + 2, (short) (firstSequence + i)).putInt(packet + 4, time);
        }
        return picture.bytes().duplicate();
    }

    /** SDP (RFC 4566, RFC 6184, 8.2.1). */
    String description() {
        Base64.Encoder base64 = Base64.getEncoder();
        return "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=bench\r\nc=IN IP4 0.0.0.0\r\nt=0 0\r\na=control:*\r\n"
                + "m=video 0 RTP/AVP 96\r\na=rtpmap:96 H264/" + CLOCK + "\r\n"
                + "a=fmtp:96 packetization-mode=1;profile-level-id="
                + "%02x%02x%02x".formatted(sequenceParameters[1], sequenceParameters[2], sequenceParameters[3])
                + ";sprop-parameter-sets=" + base64.encodeToString(sequenceParameters) + ","
                + base64.encodeToString(pictureParameters) + "\r\n"
                + "a=framerate:" + framesPerSecond + "\r\na=control:video\r\n";
    }

    /** The end of the stream: a sender report and BYE (RFC 3550, 6.4.1 and 6.6) on the channel for reports. */
    static byte[] goodbye(long frames, int time) {
        ByteBuffer report = ByteBuffer.allocate(FRAME_HEADER + 28 + 8);
        report.put((byte) '$').put((byte) 1).putShort((short) 36);
        report.put((byte) 0x80).put((byte) 200).putShort((short) 6).putInt(SSRC);
        report.putLong(System.currentTimeMillis() / 1000 + 2_208_988_800L << 32);
        report.putInt(time).putInt((int) frames).putInt(0);
        report.put((byte) 0x81).put((byte) 203).putShort((short) 1).putInt(SSRC);
        return report.array();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
