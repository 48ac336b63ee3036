package club.courtside.media.rtsp;

import java.nio.ByteBuffer;

/**
 * A camera's word on which moment a time stamp means (RFC 3550, 6.4.1).
 *
 * @param wall µs, on a clock that the camera's tracks share
 * @param middle of the 64 bits of that clock, to be sent back
 * @param time on the track's RTP clock
 */
record SenderReport(long wall, int middle, int time) {

    static final int TYPE = 200;
    private static final int LENGTH = 28;

    /** @return null when it says nothing */
    static SenderReport read(ByteBuffer report) {
        if (report.remaining() < LENGTH) return null;
        int at = report.position();
        long seconds = Integer.toUnsignedLong(report.getInt(at + 8));
        long fraction = Integer.toUnsignedLong(report.getInt(at + 12));
        if (seconds == 0) return null;
        return new SenderReport(
                seconds * 1_000_000 + (fraction * 1_000_000 >>> 32),
                (int) (seconds << 16 | fraction >>> 16),
                report.getInt(at + 16));
    }
}
