package club.courtside.media.rtsp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Says that somebody still listens (RFC 3550, 6.4.2 and 6.5); some cameras end a session without it. */
final class ReceiverReport {

    private static final int OURSELVES = new Random().nextInt();
    private static final byte[] NAME = "courtside".getBytes(StandardCharsets.US_ASCII);

    private ReceiverReport() {}

    /**
     * @param highest number of a packet, counted on over 16 bits
     * @param last the middle bits of the last sender report's time
     * @param delay since then, in units of 1/65536 s
     */
    static byte[] of(int source, int highest, int last, int delay) {
        int words = (4 + 2 + NAME.length + 1 + 3) / 4;
        ByteBuffer report = ByteBuffer.allocate(32 + 4 + 4 * words);
        report.put((byte) 0x81).put((byte) 201).putShort((short) 7).putInt(OURSELVES);
        report.putInt(source).putInt(0).putInt(highest).putInt(0).putInt(last).putInt(delay);
        report.put((byte) 0x81).put((byte) 202).putShort((short) words).putInt(OURSELVES);
        return report.put((byte) 1).put((byte) NAME.length).put(NAME).array();
    }
}
