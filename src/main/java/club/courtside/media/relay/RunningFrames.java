package club.courtside.media.relay;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Everything since the last key frame, so that who joins can begin at once, behind the last report of each track. A camera
 * with endless groups of pictures costs no endless memory: past the bounds it is forgotten until the next key frame.
 */
final class RunningFrames {

    private static final long MOST_BYTES = 16 << 20;
    private static final int MOST_FRAMES = 2000;

    private final Deque<Frame> frames = new ArrayDeque<>();
    private final Map<Integer, Frame> reports = new TreeMap<>();
    private long bytes;

    void add(Frame frame) {
        if (!frame.media()) {
            frame.retain();
            Frame before = reports.put(frame.track(), frame);
            if (before != null) before.release();
            return;
        }
        if (frame.begins()) forget();
        else if (frames.isEmpty()) return;
        frame.retain();
        frames.add(frame);
        bytes += frame.bytes();
        if (bytes > MOST_BYTES || frames.size() > MOST_FRAMES) forget();
    }

    void forEach(Consumer<Frame> reader) {
        reports.values().forEach(reader);
        frames.forEach(reader);
    }

    Frame first(int track) {
        return frames.stream()
                .filter(frame -> frame.track() == track)
                .findFirst()
                .orElse(null);
    }

    /** Until the next key frame there is nothing to begin with. */
    void forget() {
        frames.forEach(Frame::release);
        frames.clear();
        bytes = 0;
    }

    void clear() {
        forget();
        reports.values().forEach(Frame::release);
        reports.clear();
    }
}
