package club.courtside.media;

import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * One compressed access unit (video) or frame (audio) as it came from a camera, freed from the library that read it.
 *
 * <p>Time stamps are in microseconds on the feed's own clock: they start near 0 when the feed first connects, follow the
 * wall clock, never go backwards per track (dts) and never are absent; a lost connection leaves its real gap in them. Only
 * between a {@link Source} and its feed they are still the camera's: on any clock, jumping, or {@link #NO_TIME}.
 *
 * @param track which of the feed's tracks this belongs to
 * @param ptsMicros presentation time, µs, {@code >= dtsMicros}
 * @param dtsMicros decoding time, µs, growing per track by at least {@link #APART}
 * @param key whether decoding can begin here (always true for audio and MJPEG)
 * @param arrivedNanos {@link System#nanoTime()} when the packet had been read completely
 * @param data the bytes: for H.264/H.265 either Annex B or length-prefixed as the track's {@link Track#configuration()}
 *     says, for MJPEG one JPEG, for AAC a raw access unit without ADTS; read-only, shared by all subscribers: take
 *     {@link #bytes()} to read
 */
public record Packet(Track track, long ptsMicros, long dtsMicros, boolean key, long arrivedNanos, ByteBuffer data) {

    /** The least from one packet of a track to the next, µs: more than one tick of the 90 kHz clock of video in files. */
    public static final long APART = 12;

    /** A time stamp that the camera did not send. */
    public static final long NO_TIME = Long.MIN_VALUE;

    public Packet {
        if (track == null || data == null) throw new IllegalArgumentException("a packet has a track and data");
        data = data.asReadOnlyBuffer();
    }

    Packet at(long pts, long dts) {
        return new Packet(track, pts, dts, key, arrivedNanos, data);
    }

    Packet of(Track changed) {
        return changed == track ? this : new Packet(changed, ptsMicros, dtsMicros, key, arrivedNanos, data);
    }

    /** Wall-clock time of its arrival. */
    Instant arrivedAt(FeedClock clock) {
        return clock.now().minusNanos(clock.nanos() - arrivedNanos);
    }

    boolean isUndated() {
        return ptsMicros == NO_TIME && dtsMicros == NO_TIME;
    }

    /** The bytes with a position of their own. */
    public ByteBuffer bytes() {
        return data.duplicate();
    }

    public int size() {
        return data.remaining();
    }
}
