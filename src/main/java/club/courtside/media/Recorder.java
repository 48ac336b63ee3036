package club.courtside.media;

import club.courtside.media.Recording.State;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Decides what a recording does with what its feed tells; everything here runs in the subscription's thread. */
final class Recorder implements Subscriber {

    /** A file that does not grow for so long though packets arrive needs another connection. */
    private static final long STILL = 5_000_000_000L;

    private static final long LONGEST_STILL = 300_000_000_000L;

    /** A disk that fails twice within this time has failed. */
    private static final long LASTING = 10_000_000_000L;

    private final RecordingFile file;
    private final FeedClock clock;
    private final RecordingProgress progress;
    private final RecordingLog log;
    private final Wishes wishes;
    private CameraLost lastLost;
    private Exception broken;
    private boolean prepared;
    private boolean lost;
    private boolean ending;
    private String stuck;
    private long patience = STILL;
    private long framesWhenStuck = -1;
    private Long reopenedAt;
    private Instant knownEnd;

    /** What a recorder asks of those around it. */
    interface Wishes {

        /** Nothing more is wanted. */
        void end();

        /** What the camera sends is of no use; a new connection may be better. */
        void reconnect(CameraLost why);

        /** The file is as it will be. */
        void closed();
    }

    Recorder(RecordingFile file, FeedClock clock, RecordingProgress progress, RecordingLog log, Wishes wishes) {
        this.file = file;
        this.clock = clock;
        this.progress = progress;
        this.log = log;
        this.wishes = wishes;
        this.knownEnd = progress.endsAt();
    }

    /** Before anything else, whatever comes first. */
    private void prepare() {
        if (prepared) return;
        prepared = true;
        try {
            file.takeOver();
        } catch (IOException | RuntimeException e) {
            log.say("The file that was left behind cannot be continued.");
            fail(e);
        }
    }

    @Override
    public void connected(List<Track> tracks) {
        prepare();
        if (lost) progress.reconnected();
        lost = false;
        stuck = null;
        log.say("Camera connected: " + tracks.stream().map(Track::summary).collect(Collectors.joining(", ")));
        try {
            file.connected(tracks);
        } catch (IOException e) {
            log.say("Its video cannot be recorded: " + e.getMessage());
            lastLost = new CameraLost(CameraLost.Reason.UNSUPPORTED_CODEC, e.getMessage(), e);
        }
    }

    @Override
    public void packet(Packet packet) {
        prepare();
        if (isPastEnd(packet.arrivedAt(clock))) end();
        if (ending) return;
        try {
            file.write(packet);
            if (packet.track().isVideo()) watchGrowth();
        } catch (IOException | RuntimeException e) {
            recover(e);
        }
    }

    private void watchGrowth() {
        if (stuck != null || file.stillFor() < patience) return;
        patience = progress.frames() > framesWhenStuck ? STILL : Math.min(2 * patience, LONGEST_STILL);
        framesWhenStuck = progress.frames();
        CameraLost why = file.takesVideo() || lastLost == null
                ? new CameraLost(CameraLost.Reason.CLOSED, "Packets arrive, but the file does not grow.")
                : lastLost;
        stuck = file.takesVideo() ? RecordingProgress.NOT_GROWING : code(why);
        log.say(why.getMessage());
        progress.interrupted(stuck, why.getMessage());
        wishes.reconnect(why);
    }

    /** A disk may fail for a moment, or the file be taken from under us: then it goes on as after a crash. */
    private void recover(Exception why) {
        boolean lasting = reopenedAt != null && clock.nanos() - reopenedAt < LASTING;
        if (ending || lasting || why instanceof DiskFull || why instanceof RuntimeException) {
            fail(why);
            return;
        }
        log.say("The file is opened again: " + why.getMessage());
        progress.interrupted(RecordingProgress.INTERNAL, "The file could not be written and was opened again.");
        try {
            file.reopen();
            reopenedAt = clock.nanos();
        } catch (IOException | RuntimeException again) {
            fail(again);
        }
    }

    @Override
    public void lost(CameraLost why) {
        prepare();
        lost = true;
        lastLost = why;
        log.say("Camera lost: " + why.getMessage());
        if (!ending) progress.interrupted(stuck == null ? code(why) : stuck, why.getMessage());
        flush();
    }

    @Override
    public void skipped(int packets) {
        log.say("The disk is too slow: %d packets were left out.".formatted(packets));
        progress.interrupted(RecordingProgress.DISK_SLOW, "The disk is too slow.");
    }

    @Override
    public void idle() {
        prepare();
        if (isPastEnd(clock.now())) end();
        flush();
    }

    private void flush() {
        try {
            file.flush();
        } catch (IOException | RuntimeException e) {
            recover(e);
        }
    }

    private boolean isPastEnd(Instant moment) {
        Instant end = progress.endsAt();
        // Said here and not where it was moved: the log may be on a disk that hangs.
        if (!end.equals(knownEnd)) log.say("Planned end: " + end);
        knownEnd = end;
        return !moment.isBefore(end);
    }

    private void end() {
        if (ending) return;
        ending = true;
        wishes.end();
    }

    private void fail(Exception why) {
        if (broken == null) {
            broken = why;
            log.say("The file cannot be written: " + why.getMessage());
        }
        end();
    }

    @Override
    public void closed() {
        prepare();
        progress.finalizing();
        try {
            file.finish();
        } catch (IOException | RuntimeException e) {
            fail(e);
        }
        if (progress.frames() == 0) failed();
        else completed();
        wishes.closed();
    }

    private void failed() {
        String code = broken != null ? code(broken) : lastLost != null ? code(lastLost) : "no_video";
        Exception cause = broken != null ? broken : lastLost;
        String message = cause != null ? cause.getMessage() : "The camera sent no picture.";
        log.say("Failed: " + message);
        progress.ended(State.FAILED, code, message, 0);
    }

    private void completed() {
        log.say("Completed: %.1f s, %d frames, %d bytes"
                .formatted(progress.lengthMicros() / 1e6, progress.frames(), file.size()));
        progress.ended(
                State.COMPLETED,
                broken == null ? null : code(broken),
                broken == null ? null : broken.getMessage(),
                file.size());
    }

    private static String code(Exception broken) {
        return broken instanceof DiskFull ? RecordingProgress.DISK_FULL : RecordingProgress.INTERNAL;
    }

    private static String code(CameraLost why) {
        return why.reason().name().toLowerCase(Locale.ROOT);
    }
}
