package club.courtside.library;

import club.courtside.engine.api.Gap;
import club.courtside.engine.api.Reason;
import club.courtside.session.RecordingView;
import club.courtside.session.wall.Tape;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** What was to be recorded, what was, and why the rest is missing, for a video's page. */
public final class Certificate {

    private static final double TOLERANCE_SECONDS = 1.5;

    private final RecordingView recording;
    private final ZoneId zone;

    Certificate(RecordingView recording, ZoneId zone) {
        this.recording = recording;
        this.zone = zone;
    }

    public RecordingView getRecording() {
        return recording;
    }

    /** Over the video's own length, for its player. */
    public Tape getTape() {
        return new Tape(recording.elapsedSeconds(), recording.elapsedSeconds(), recording.gaps());
    }

    /** Over the time that was planned. */
    public Tape getPlannedTape() {
        return new Tape(recording.elapsedSeconds(), recording.plannedSeconds(), recording.gaps());
    }

    /** How long before its planned end it ended; 0 when it went on to the end. */
    public double getEarlySeconds() {
        double early = recording.plannedSeconds() - recording.elapsedSeconds();
        return recording.endedAt() != null && early > TOLERANCE_SECONDS ? early : 0;
    }

    /** Key of the words for an early end. */
    public String getEarlyText() {
        Reason reason = recording.reason();
        if (reason == null) return "certificate.early";
        return reason.code().equals("disk_full") ? "certificate.early.disk_full" : "certificate.early.internal";
    }

    /** Whether somebody wanted it to end early. */
    public boolean isStopped() {
        return recording.reason() == null;
    }

    /** What the camera sent was counted; not so before that was done. */
    public boolean isCounted() {
        return recording.packetsReceived() > 0;
    }

    /** Pictures and pieces of sound that came and are not in the file. */
    public long getNotKept() {
        return Math.max(0, recording.packetsReceived() - recording.packetsWritten());
    }

    /** Without picture inside the recording, and at its end unless somebody stopped it. */
    public double getMissingSeconds() {
        double inside = Math.max(0, recording.elapsedSeconds() - recording.deliveredSeconds());
        return isStopped() ? inside : inside + getEarlySeconds();
    }

    /** Whether a person would find something missing. */
    public boolean isComplete() {
        return Math.round(getMissingSeconds()) == 0;
    }

    public Instant getFrom() {
        return recording.startedAt();
    }

    public Instant getTo() {
        return recording.startedAt() == null
                ? null
                : at(Math.max(recording.plannedSeconds(), recording.elapsedSeconds()));
    }

    public ZoneId getZone() {
        return zone;
    }

    public List<Missing> getGaps() {
        return recording.startedAt() == null || recording.gaps() == null
                ? List.of()
                : recording.gaps().stream()
                        .map(gap -> new Missing(at(gap.startSeconds()), gap.seconds(), reason(gap)))
                        .toList();
    }

    /** Where it can be compared by eye: the first and the last eight digits. */
    public String getShortSha256() {
        var all = recording.sha256();
        return all == null ? null : all.replaceAll("^(.{4})(.{4}).*(.{4})(.{4})$", "$1 $2 … $3 $4");
    }

    private Instant at(double seconds) {
        return recording.startedAt().plus(Duration.ofMillis(Math.round(1000 * seconds)));
    }

    private static String reason(Gap gap) {
        return "gap." + (gap.reason() == null ? "unknown" : gap.reason());
    }

    /**
     * Time without picture.
     *
     * @param at by the clock
     * @param reason key of the words
     */
    public record Missing(Instant at, double seconds, String reason) {}
}
