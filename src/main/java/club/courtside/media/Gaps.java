package club.courtside.media;

import club.courtside.media.Recording.GapInTime;
import java.util.ArrayList;
import java.util.List;

/** The times without picture in one recording, in seconds from its beginning; the last may still be open. */
final class Gaps {

    private final List<GapInTime> ended = new ArrayList<>();
    private String reason;
    private double start;

    /** The first reason counts while a gap is open. */
    void open(double atSeconds, String why) {
        if (isOpen()) return;
        start = atSeconds;
        reason = why;
    }

    void end(double atSeconds) {
        if (!isOpen()) return;
        if (atSeconds > start) ended.add(new GapInTime(start, atSeconds - start, reason));
        reason = null;
    }

    void clear() {
        ended.clear();
        reason = null;
    }

    boolean isOpen() {
        return reason != null;
    }

    List<GapInTime> until(double nowSeconds) {
        List<GapInTime> all = new ArrayList<>(ended);
        if (isOpen() && nowSeconds > start) all.add(new GapInTime(start, nowSeconds - start, reason));
        return all;
    }
}
