package club.courtside.media;

import club.courtside.media.Recording.State;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Decides what a recording does with what its feed tells; everything here runs in the subscription's thread. */
final class Recorder implements Subscriber {

    private final RecordingFile file;
    private final FeedClock clock;
    private final RecordingProgress progress;
    private final RecordingLog log;
    private final Runnable onEnd;
    private final Runnable onClosed;
    private CameraLost lastLost;
    private Exception broken;
    private boolean prepared;
    private boolean lost;
    private boolean ending;

    /**
     * @param onEnd the planned end came; nothing more is wanted
     * @param onClosed the file is as it will be
     */
    Recorder(
            RecordingFile file,
            FeedClock clock,
            RecordingProgress progress,
            RecordingLog log,
            Runnable onEnd,
            Runnable onClosed) {
        this.file = file;
        this.clock = clock;
        this.progress = progress;
        this.log = log;
        this.onEnd = onEnd;
        this.onClosed = onClosed;
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
        } catch (IOException | RuntimeException e) {
            fail(e);
        }
    }

    @Override
    public void lost(CameraLost why) {
        prepare();
        lost = true;
        lastLost = why;
        log.say("Camera lost: " + why.getMessage());
        if (!ending) progress.interrupted(code(why), why.getMessage());
        flush();
    }

    @Override
    public void skipped(int packets) {
        log.say("The disk is too slow: %d packets were left out.".formatted(packets));
        progress.interrupted(RecordingProgress.INTERNAL, "The disk is too slow.");
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
            fail(e);
        }
    }

    private boolean isPastEnd(Instant moment) {
        return !moment.isBefore(progress.endsAt());
    }

    private void end() {
        if (ending) return;
        ending = true;
        onEnd.run();
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
        onClosed.run();
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
