package club.courtside.media;

import club.courtside.media.Recording.Before;
import club.courtside.media.Recording.GapInTime;
import club.courtside.media.Recording.Snapshot;
import club.courtside.media.Recording.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a recording stands: written by the recorder's thread, read by any. */
final class RecordingProgress {

    static final String ENGINE_RESTARTED = "engine_restarted";
    static final String INTERNAL = "internal";
    static final String DISK_FULL = "disk_full";
    static final String DISK_SLOW = "disk_slow";
    static final String NOT_GROWING = "not_growing";

    private static final long LONGER_THAN_A_STUTTER = 2_000_000;
    private static final String SLOW = "The disk does not take what is recorded.";

    private final FeedClock clock;
    private final Runnable onChange;
    private final Meter meter = new Meter();
    private final Gaps gaps = new Gaps();
    private State state = State.STARTING;
    private Instant startedAt;
    private Instant endsAt;
    private Instant endedAt;
    private long lengthMicros;
    private long lastFrame;
    private long usualInterval = 40_000;
    private long bytes;
    private long frames;
    private long received;
    private long written;
    private int reconnects;
    private Track video;
    private Track audio;
    private String reasonCode;
    private String reason;
    private String sha256;
    private boolean slow;

    RecordingProgress(Instant endsAt, Before before, FeedClock clock, Runnable onChange) {
        this.endsAt = endsAt;
        this.reconnects = before.reconnects();
        this.clock = clock;
        this.onChange = onChange;
    }

    synchronized void endAt(Instant end) {
        endsAt = end;
    }

    synchronized Instant endsAt() {
        return endsAt;
    }

    /** The file begins. */
    synchronized void began(Instant at, Track fileVideo, Track fileAudio) {
        startedAt = at;
        video = fileVideo;
        audio = fileAudio;
        meter.restart(clock.nanos());
    }

    /** No packet comes before its time: one that came earlier than the beginning allows moves the beginning. */
    synchronized void beganNotAfter(Instant latest) {
        if (latest.isBefore(startedAt)) startedAt = latest;
    }

    synchronized void received() {
        received++;
    }

    synchronized void written() {
        written++;
    }

    /** A packet is in the file. */
    synchronized void inFile(Packet packet, long fileBytes) {
        meter.count(packet);
        bytes = fileBytes;
        if (!packet.track().isVideo()) return;
        frames++;
        if (gaps.isOpen()) gaps.end(packet.dtsMicros() / 1e6);
        else if (frames > 1) usualInterval = Math.max(1, Math.min(1_000_000, packet.dtsMicros() - lastFrame));
        lastFrame = packet.dtsMicros();
        lengthMicros = Math.max(lengthMicros, lastFrame + usualInterval);
    }

    /**
     * A pause in the picture that a file from before a restart shows. A camera that is lost is told of at once, so one that
     * nobody knows of is the outage of an engine that was killed again as soon as it recorded.
     */
    synchronized void pauseBefore(Packet packet, List<GapInTime> known) {
        long pause = packet.dtsMicros() - lastFrame;
        if (frames == 0 || pause < 2 * usualInterval) return;
        double at = lengthMicros / 1e6;
        known.stream()
                .filter(gap -> Math.abs(gap.startSeconds() - at) < 1 && gap.seconds() < 1 + pause / 1e6)
                .map(GapInTime::reason)
                .findFirst()
                .or(() -> Optional.ofNullable(pause > LONGER_THAN_A_STUTTER ? ENGINE_RESTARTED : null))
                .ifPresent(why -> gaps.open(at, why));
    }

    synchronized long lengthMicros() {
        return lengthMicros;
    }

    synchronized long frames() {
        return frames;
    }

    /** The file is another one now: nothing of what was in the one before is in it. */
    synchronized void beginsAnew() {
        startedAt = null;
        lengthMicros = 0;
        lastFrame = 0;
        frames = 0;
        received = 0;
        written = 0;
        gaps.clear();
    }

    /**
     * Whether what arrives waits too long for the disk; shown on top of everything else, since the thread that would say
     * so waits itself.
     *
     * @return whether that is new
     */
    boolean slow(boolean now) {
        synchronized (this) {
            if (slow == now || state.hasEnded()) return false;
            slow = now;
        }
        onChange.run();
        return true;
    }

    void recording() {
        enter(State.RECORDING, null, null);
    }

    void reconnected() {
        synchronized (this) {
            reconnects++;
        }
    }

    /** The picture is missing from the end of what is in the file. */
    void interrupted(String code, String message) {
        synchronized (this) {
            if (frames > 0) gaps.open(lengthMicros / 1e6, code);
        }
        enter(startedAt == null ? State.STARTING : State.INTERRUPTED, code, message);
    }

    void finalizing() {
        synchronized (this) {
            endedAt = clock.now();
            // Before the gap is closed: the time without picture belongs to the recording.
            lengthMicros = elapsedMicros();
            gaps.end(lengthMicros / 1e6);
        }
        enter(State.FINALIZING, reasonCode, reason);
    }

    /** @param code null when all is well */
    void ended(State end, String code, String message, long fileBytes) {
        synchronized (this) {
            bytes = fileBytes;
        }
        enter(end, code, message);
    }

    void fingerprint(String hex) {
        synchronized (this) {
            sha256 = hex;
        }
        onChange.run();
    }

    private void enter(State next, String code, String message) {
        synchronized (this) {
            if (state == next && code == null && reasonCode == null) return;
            state = next;
            reasonCode = code;
            reason = message;
        }
        onChange.run();
    }

    synchronized State state() {
        return state;
    }

    private long elapsedMicros() {
        if (!gaps.isOpen() || startedAt == null) return lengthMicros;
        Instant until = endedAt == null ? clock.now() : endedAt;
        return Math.max(lengthMicros, Duration.between(startedAt, until).toNanos() / 1000);
    }

    synchronized Snapshot snapshot() {
        double elapsed = elapsedMicros() / 1e6;
        boolean held = slow && state == State.RECORDING;
        List<GapInTime> missing = gaps.until(elapsed);
        double gone = missing.stream().mapToDouble(GapInTime::seconds).sum();
        return new Snapshot(
                held ? State.INTERRUPTED : state,
                startedAt,
                endsAt,
                endedAt,
                elapsed,
                Math.max(0, elapsed - gone),
                bytes,
                state == State.RECORDING ? meter.bitsPerSecond(clock.nanos()) : 0,
                frames,
                received,
                written,
                reconnects,
                missing,
                video,
                audio,
                held ? DISK_SLOW : reasonCode,
                held ? SLOW : reason,
                sha256);
    }
}
