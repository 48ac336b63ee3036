package club.courtside.media.rtsp;

/** Where a decoder can begin without a key frame, as cameras with intra refresh say (ITU-T H.264, D.1.8 and D.2.8). */
final class RecoveryPoint {

    private static final int TYPE = 6;

    private RecoveryPoint() {}

    /** @param from of the messages in a unit of supplemental information, after its header (7.3.2.3.1) */
    static boolean isIn(byte[] bytes, int from, int to) {
        int at = from;
        while (at + 2 < to) {
            int type = 0;
            while (at < to && bytes[at] == -1) type += bytes[at++] & 255;
            if (at >= to) return false;
            type += bytes[at++] & 255;
            if (type == TYPE) return true;
            int length = 0;
            while (at < to && bytes[at] == -1) length += bytes[at++] & 255;
            if (at >= to) return false;
            at += length + (bytes[at] & 255) + 1;
        }
        return false;
    }
}
