package club.courtside.media;

import java.util.PriorityQueue;

/**
 * Finds the decoding times of pictures whose camera only tells when they are shown, as RTP does (RFC 6184, 5.1; RFC 7798,
 * 4.1): with B-frames they come in another order than they are shown in. A picture is decoded when the one is shown that
 * stands as many places earlier as pictures may be held back.
 */
final class PictureOrder {

    private static final long USUAL_INTERVAL = 40_000;
    private static final long JUMP = 5_000_000;
    private static final int DEEPEST = 16;

    private final PriorityQueue<Long> shown = new PriorityQueue<>();
    private int depth;
    private boolean begun;
    private long first;
    private long newest;
    private long last = Long.MIN_VALUE;

    /** @param depth how many pictures may be held back, as far as that is known; it grows when it proves too small */
    PictureOrder(int depth) {
        this.depth = Math.min(depth, DEEPEST);
    }

    int depth() {
        return depth;
    }

    /** @return not after {@code pts}; grows unless the camera's clock jumps */
    long decodingTime(long pts) {
        if (!begun || Math.abs(pts - newest) > JUMP) begin(pts);
        newest = pts;
        shown.add(pts);
        if (pts < last && depth < DEEPEST) return deeper(pts);
        if (shown.size() <= depth) return first - (depth + 1 - shown.size()) * USUAL_INTERVAL;
        last = shown.remove();
        return last;
    }

    private void begin(long pts) {
        begun = true;
        shown.clear();
        first = pts;
        last = Long.MIN_VALUE;
    }

    private long deeper(long pts) {
        depth++;
        last = Long.MIN_VALUE;
        return pts;
    }
}
