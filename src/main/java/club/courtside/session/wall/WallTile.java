package club.courtside.session.wall;

import club.courtside.platform.Badge;
import club.courtside.session.RecordingQuality;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** A court as the wall shows it: one of its angles, that angle's state in one badge, and what there is to say about it. */
public final class WallTile {
    private final CourtTile court;
    private final List<WallAngle> angles;
    private final WallAngle shown;

    /** @param camera whose picture is wanted; any other than the court's means the main one */
    public WallTile(CourtTile court, UUID camera) {
        this.court = court;
        var wanted = court.angles().stream()
                .filter(angle -> Objects.equals(angle.cameraId(), camera))
                .findFirst()
                .orElse(court.angles().get(0));
        angles = court.angles().stream()
                .map(angle -> new WallAngle(angle, angle == wanted))
                .toList();
        shown = angles.stream().filter(WallAngle::isShown).findFirst().orElseThrow();
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

    /** The main one first. */
    public List<WallAngle> getAngles() {
        return angles;
    }

    /** What the cameras are called that a start would record. */
    public List<String> getAngleNames() {
        return court.angleNames();
    }

    /** Those that somebody should look at, besides the shown one. */
    public List<WallAngle> getTroubledElsewhere() {
        return angles.stream()
                .filter(angle -> angle.isTroubled() && !angle.isShown())
                .toList();
    }

    /** Whether there is something to choose. */
    public boolean isSwitchable() {
        return angles.size() > 1 && isWatchable();
    }

    /** The angle on the tile. */
    public WallAngle getShown() {
        return shown;
    }

    public Badge getBadge() {
        return shown.getBadge();
    }

    public boolean isRecording() {
        return court.recording() != null;
    }

    /** Of the shown angle; of the main one while that is not being recorded. */
    public RecordingFigures getFigures() {
        return shown.isRecording() ? shown.getFigures() : court.recording();
    }

    /** Whose figures are shown; null when nothing is recorded. */
    public UUID getRecordingId() {
        return isRecording() ? getFigures().id() : null;
    }

    /** Which match is being recorded: the same whatever angle is shown. */
    public UUID getMatch() {
        return court.recording() == null ? null : court.recording().id();
    }

    public Instant getEnd() {
        return court.recording().plannedEndAt();
    }

    public Ring getRing() {
        return new Ring(getFigures().remainingSeconds(), getFigures().plannedSeconds());
    }

    public Tape getTape() {
        var recording = getFigures();
        return new Tape(recording.elapsedSeconds(), recording.plannedSeconds(), recording.gaps());
    }

    public int getGapCount() {
        return getFigures().gaps().size();
    }

    public boolean isInterrupted() {
        return shown.isLost();
    }

    public boolean isOffline() {
        return shown.isOffline();
    }

    /** How many of its cameras somebody should look at. */
    public long getTroubles() {
        return angles.stream().filter(WallAngle::isTroubled).count();
    }

    /** Key of the words for why the shown angle is away. */
    public String getReason() {
        return shown.getReason();
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

    /** That a start can ask for; empty where there is no choice. */
    public List<RecordingQuality> getQualities() {
        return court.qualities();
    }

    /** To record its next match; the name can still be given later. */
    public StartForm form(String name) {
        return new StartForm(court, name);
    }
}
