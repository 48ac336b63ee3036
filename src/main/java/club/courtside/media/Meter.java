package club.courtside.media;

import java.util.ArrayDeque;
import java.util.Deque;

/** Counts what arrives, and how much of it in the last three seconds. */
final class Meter {

    private static final long WINDOW = 3_000_000_000L;

    private record Arrival(long nanos, int bytes, boolean frame) {}

    private final Deque<Arrival> recent = new ArrayDeque<>();
    private long since;
    private long frames;
    private long bytes;

    /** The rates begin anew. */
    synchronized void restart(long nanos) {
        recent.clear();
        since = nanos;
    }

    synchronized void count(Packet packet) {
        boolean frame = packet.track().isVideo();
        if (frame) frames++;
        bytes += packet.size();
        recent.addLast(new Arrival(packet.arrivedNanos(), packet.size(), frame));
        forgetBefore(packet.arrivedNanos() - WINDOW);
    }

    synchronized long frames() {
        return frames;
    }

    synchronized long bytes() {
        return bytes;
    }

    synchronized long bitsPerSecond(long now) {
        forgetBefore(now - WINDOW);
        return Math.round(recent.stream().mapToLong(Arrival::bytes).sum() * 8 / seconds(now));
    }

    synchronized double framesPerSecond(long now) {
        forgetBefore(now - WINDOW);
        return recent.stream().filter(Arrival::frame).count() / seconds(now);
    }

    private double seconds(long now) {
        return Math.max(0.5, Math.min(WINDOW, now - since) / 1e9);
    }

    private void forgetBefore(long nanos) {
        while (!recent.isEmpty() && recent.getFirst().nanos() - nanos < 0) recent.removeFirst();
    }
}
