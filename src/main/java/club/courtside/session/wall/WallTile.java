package club.courtside.session.wall;

import club.courtside.engine.api.RecordingState;
import club.courtside.platform.Badge;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/** A court as the wall shows it: its state in one badge, and what there is to say about its picture. */
public final class WallTile {
    private final CourtTile court;

    WallTile(CourtTile court) {
        this.court = court;
    }

    public UUID getId() {
        return court.id();
    }

    public String getName() {
        return court.name();
    }

    public int getNumber() {
        return court.number();
    }

    public String getClub() {
        return court.clubName();
    }

    public ZoneId getZone() {
        return court.clubZone();
    }

    /** How the picture comes: {@code mse}, {@code jpeg} or {@code auto}. */
    public String getPreview() {
        return court.preview();
    }

    /** The recording's state while there is one, else the camera's. */
    public Badge getBadge() {
        return isRecording() ? Badge.of(court.recording().state()) : Badge.of(court.state());
    }

    public boolean isRecording() {
        return court.recording() != null;
    }

    public RecordingFigures getFigures() {
        return court.recording();
    }

    public Instant getEnd() {
        return court.recording().plannedEndAt();
    }

    public Ring getRing() {
        return new Ring(court.recording().remainingSeconds(), court.recording().plannedSeconds());
    }

    public Tape getTape() {
        var recording = court.recording();
        return new Tape(recording.elapsedSeconds(), recording.plannedSeconds(), recording.gaps());
    }

    public int getGapCount() {
        return court.recording().gaps().size();
    }

    public boolean isInterrupted() {
        return isRecording() && court.recording().state() == RecordingState.INTERRUPTED;
    }

    public boolean isOffline() {
        return getBadge() == Badge.OFFLINE;
    }

    /** Somebody should look at this camera. */
    public boolean isTroubled() {
        return isInterrupted() || isOffline();
    }

    /** Key of the words for why. */
    public String getReason() {
        return "reason." + (court.reason() == null ? "unknown" : court.reason());
    }

    /** Key of what there is to say while nothing is recorded. */
    public String getIdleText() {
        if (isOffline()) return "live.resumes";
        return court.sessionId() != null && !court.mayRecord() ? "live.taken" : "live.free";
    }

    public boolean isWatchable() {
        return court.mayWatch();
    }

    public boolean isStartable() {
        return court.mayRecord();
    }

    public boolean isStoppable() {
        return court.mayStop();
    }

    public int getUsualMinutes() {
        return court.defaultMinutes();
    }
}
