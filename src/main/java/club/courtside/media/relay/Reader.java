package club.courtside.media.relay;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;

/**
 * One reader's way through a feed. The connection gets no more than it takes; what waits meanwhile is bounded, and past the
 * bounds it is left out up to a key frame.
 */
final class Reader {

    private static final int MOST_FRAMES = 3000;
    private static final long MOST_BYTES = 32 << 20;

    /** Where a track goes. */
    record Channels(int media, int control) {}

    private final Channel connection;
    private final Map<Integer, Channels> tracks = new TreeMap<>();
    private final Deque<Frame> waiting = new ArrayDeque<>();
    private final ChannelFutureListener taken;
    private long waitingBytes;
    private boolean untilKey = true;
    private int leaving;
    private long takenAt = System.nanoTime();
    private long skipped;

    Reader(Channel connection) {
        this.connection = connection;
        this.taken = write -> {
            leaving--;
            if (write.isSuccess()) takenAt = System.nanoTime();
        };
    }

    void setUp(int track, Channels channels) {
        tracks.put(track, channels);
    }

    Map<Integer, Channels> tracks() {
        return tracks;
    }

    /** Offers what it may keep for later: the caller keeps its own hold on it. */
    void offer(Frame frame) {
        if (!tracks.containsKey(frame.track())) return;
        boolean begins = frame.begins() || !tracks.containsKey(0);
        if (waiting.size() >= MOST_FRAMES || waitingBytes > MOST_BYTES) {
            skipped += waiting.size();
            forget();
            untilKey = true;
        }
        if (frame.media() && untilKey && !begins) {
            if (skipped > 0) skipped++;
            return;
        }
        if (frame.media()) untilKey = false;
        frame.retain();
        waiting.add(frame);
        waitingBytes += frame.bytes();
        flow();
    }

    /** Hands on as much as the connection takes. */
    void flow() {
        if (leaving == 0) takenAt = System.nanoTime();
        boolean some = false;
        for (Frame frame = next(); frame != null; frame = next()) {
            waitingBytes -= frame.bytes();
            Channels channels = tracks.get(frame.track());
            leaving++;
            connection.write(frame.on(channels.media(), channels.control())).addListener(taken);
            frame.release();
            some = true;
        }
        if (some) connection.flush();
    }

    private Frame next() {
        return connection.isWritable() ? waiting.poll() : null;
    }

    /** It has taken nothing for so long, although there was something. */
    boolean isStalledFor(long nanos) {
        return leaving > 0 && System.nanoTime() - takenAt > nanos;
    }

    /** When it last took something. */
    long takenAt() {
        return takenAt;
    }

    /** Frames left out because it did not keep up. */
    long skipped() {
        return skipped;
    }

    void forget() {
        waiting.forEach(Frame::release);
        waiting.clear();
        waitingBytes = 0;
    }
}
