package club.courtside.media;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Time stamps as players need them: from 0, growing, and without the holes of lost connections.
 *
 * <p>Players of Media Source Extensions drop everything up to the next key frame when a frame begins later than twice
 * the duration of the one before it. The duration of a frame is not known when it is sent, so the longest interval of
 * late is given, and a frame that comes later still is moved up: an irregular camera then plays on, and a regular one
 * gets exact durations.
 */
final class LiveTimeline {

    private static final long ROUNDING = 100;
    private static final int REMEMBERED = 32;
    private static final long FIRST_DURATION = 200_000;
    private static final long LONGEST_DURATION = 1_000_000;

    private final Deque<Long> intervals = new ArrayDeque<>();
    private long shift;
    private long last = -Packet.APART;
    private boolean joint = true;

    /** What follows continues without a hole, whatever its time stamps say. */
    void join() {
        joint = true;
    }

    /** The packet with its time stamps in this time line. */
    Packet place(Packet packet) {
        if (last < 0) shift = -packet.dtsMicros();
        else if (joint) shift = last + duration() - packet.dtsMicros();
        else closeHole(packet.dtsMicros());
        joint = false;
        last = Math.max(packet.dtsMicros() + shift, last + Packet.APART);
        long delay = Math.max(0, packet.ptsMicros() - packet.dtsMicros());
        return packet.at(last + delay, last);
    }

    /** For the packet that was placed last, µs. */
    long duration() {
        return intervals.stream().mapToLong(Long::longValue).max().orElse(FIRST_DURATION);
    }

    private void closeHole(long dtsMicros) {
        long interval = dtsMicros + shift - last;
        shift -= Math.max(0, interval - 2 * duration() + ROUNDING);
        remember(interval);
    }

    private void remember(long interval) {
        intervals.addLast(Math.max(1, Math.min(interval, LONGEST_DURATION)));
        if (intervals.size() > REMEMBERED) intervals.removeFirst();
    }
}
