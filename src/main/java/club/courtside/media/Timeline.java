package club.courtside.media;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the packets of one feed on one clock, whatever their camera claims. A single wild time stamp would make a
 * one-minute file say two hours, or end the process inside a native muxer; so none leaves here that strays from the wall
 * clock.
 *
 * <p>The tracks of one connection share their distance to the wall clock, which keeps sound and picture together. A camera
 * whose clock runs a little fast or slow is followed by steps too small to be seen.
 */
final class Timeline {

    private static final long JUMP = 5_000_000;
    private static final long STEP_BACK = 1_000_000;
    private static final long DRIFT = 500_000;
    private static final long NUDGE = 100;
    private static final long USUAL_INTERVAL = 40_000;
    private static final int REMEMBERED = 16;

    private final Map<Integer, TrackTime> tracks = new HashMap<>();
    private boolean started;
    private long startNanos;
    private Long shared;
    private long floor = -Packet.APART;
    /** How many pictures this camera holds back; what one connection has learnt helps the next. */
    private int depth;

    /** A new connection begins; its time stamps have nothing to do with those of the last. */
    void connected() {
        shared = null;
        floor = tracks.values().stream().mapToLong(track -> track.last).max().orElse(floor);
        tracks.clear();
    }

    /** @return the packets that can be dated now: none while the first waits for those after it */
    List<Packet> place(Packet packet) {
        if (!started) {
            started = true;
            startNanos = packet.arrivedNanos();
        }
        TrackTime track = tracks.computeIfAbsent(packet.track().index(), index -> new TrackTime(floor, packet.track()));
        List<Packet> placed = new ArrayList<>(2);
        if (packet.isUndated()) track.undated(packet, placed);
        else track.dated(packet, placed);
        return placed;
    }

    private long wall(Packet packet) {
        return (packet.arrivedNanos() - startNanos) / 1000;
    }

    private final class TrackTime {
        private long last;
        private long lastArrived;
        private Long offset;
        private Packet held;
        private Packet second;
        private double ahead;
        private final PictureOrder order;
        private final Deque<Long> taken = new ArrayDeque<>();

        TrackTime(long floor, Track track) {
            last = floor;
            order = new PictureOrder(Math.max(depth, reordered(track)));
        }

        private static int reordered(Track track) {
            return PictureSize.in(track.codec(), track.configuration())
                    .map(PictureSize::reordered)
                    .orElse(0);
        }

        /** RTSP sends the first packet, usually the key frame, without a time stamp: it waits for the next two. */
        void undated(Packet packet, List<Packet> placed) {
            if (offset == null && second == null) {
                if (held != null) placed.add(emit(held, wall(held), 0));
                held = packet;
            } else if (offset != null) {
                placed.add(
                        emit(packet, last + Math.max(Packet.APART, (packet.arrivedNanos() - lastArrived) / 1000), 0));
            }
        }

        void dated(Packet packet, List<Packet> placed) {
            if (held != null && second == null) {
                second = packet;
                return;
            }
            if (held != null) release(packet, placed);
            put(packet, placed);
        }

        private void put(Packet packet, List<Packet> placed) {
            long dts = packet.dtsMicros() != Packet.NO_TIME ? packet.dtsMicros() : order(packet);
            long reorder = packet.ptsMicros() != Packet.NO_TIME ? packet.ptsMicros() - dts : 0;
            if (offset == null) {
                if (shared == null) shared = Math.max(wall(packet), last + Packet.APART) - dts;
                offset = shared;
            }
            long at = dts + offset;
            if (Math.abs(at - wall(packet)) > JUMP || at < last - STEP_BACK) {
                at = Math.max(wall(packet), last + Packet.APART);
                offset = at - dts;
                ahead = 0;
            }
            followDrift(at - wall(packet));
            placed.add(emit(packet, at, reorder < 0 || reorder > JUMP ? 0 : reorder));
        }

        private long order(Packet packet) {
            if (!packet.track().isVideo()) return packet.ptsMicros();
            long decoded = order.decodingTime(packet.ptsMicros());
            depth = Math.max(depth, order.depth());
            return decoded;
        }

        /** The second and the third packet tell how far apart they are, so also when the first was due. */
        private void release(Packet third, List<Packet> placed) {
            Packet first = held;
            Packet next = second;
            held = null;
            second = null;
            long apart = shown(third) - shown(next);
            long interval = apart < 1_000 || apart > 1_000_000 ? USUAL_INTERVAL : apart;
            long due = Math.min(shown(third), shown(next)) - interval;
            put(first.at(due, next.dtsMicros() == Packet.NO_TIME ? Packet.NO_TIME : due), placed);
            put(next, placed);
        }

        private static long shown(Packet packet) {
            return packet.ptsMicros() != Packet.NO_TIME ? packet.ptsMicros() : packet.dtsMicros();
        }

        private void followDrift(long aheadNow) {
            ahead += (aheadNow - ahead) / 256;
            if (ahead > DRIFT) offset -= NUDGE;
            else if (ahead < -DRIFT) offset += NUDGE;
        }

        private Packet emit(Packet packet, long dts, long reorder) {
            last = Math.max(dts, last + Packet.APART);
            lastArrived = packet.arrivedNanos();
            long shown = last + reorder;
            while (isTaken(shown)) shown += Packet.APART;
            taken.addLast(shown);
            if (taken.size() > REMEMBERED) taken.removeFirst();
            return packet.at(shown, last);
        }

        /** Reordered pictures around a step of the clock may fall together; two are never shown at the same time. */
        private boolean isTaken(long shown) {
            return taken.stream().anyMatch(other -> Math.abs(other - shown) < Packet.APART);
        }
    }
}
