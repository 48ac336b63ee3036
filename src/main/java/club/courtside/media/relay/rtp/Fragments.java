package club.courtside.media.relay.rtp;

import java.nio.ByteBuffer;

/** Cuts what is too large for one payload. */
final class Fragments {

    interface Piece {
        void take(ByteBuffer body, boolean first, boolean last);
    }

    private Fragments() {}

    /** @param most bytes in one piece */
    static void cut(ByteBuffer whole, int most, Piece piece) {
        int begin = whole.position();
        for (int at = begin; at < whole.limit(); at += most) {
            int length = Math.min(most, whole.limit() - at);
            piece.take(whole.slice(at, length), at == begin, at + length == whole.limit());
        }
    }
}
