package club.courtside.library.match;

import club.courtside.account.CurrentCaller;
import club.courtside.court.Visitor;
import club.courtside.library.MarkerLedger;
import club.courtside.library.MarkerView;
import club.courtside.platform.Figures;
import club.courtside.platform.Notices;
import club.courtside.platform.ProblemException;
import club.courtside.session.RecordMinutes;
import club.courtside.session.Recorder;
import club.courtside.session.wall.CourtBoard;
import club.courtside.session.wall.CourtTile;
import club.courtside.session.wall.RecordingFigures;
import club.courtside.session.wall.StartForm;
import club.courtside.session.wall.WallAngle;
import club.courtside.session.wall.WallTile;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One court: for players, from the code on its wall to their video; for the staff, its angles and figures besides. */
@Named
@ViewScoped
public class CourtPage implements Serializable {
    private static final RecordMinutes EXTENSION = new RecordMinutes(15);

    @Inject
    private CourtBoard board;

    @Inject
    private Recorder recorder;

    @Inject
    private MarkerLedger markers;

    @Inject
    private Matches matches;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Notices notices;

    @Inject
    private Figures figures;

    @Inject
    private Visitor visitor;

    private String id;
    private CourtTile court;
    private WallTile tile;
    private UUID angle;
    private List<MarkerView> moments = List.of();
    private PlayedMatch played;
    private boolean another;
    private StartForm form;
    private UUID asked;

    /** Called when the page opens; a court that one may not know of is not there. */
    public void open() {
        try {
            read();
            form = tile.form(null);
        } catch (ProblemException refused) {
            notices.refusePage(refused);
        }
    }

    /** Reads it again, after a change. */
    public void read() {
        court = board.court(caller.require(), id == null ? "" : id);
        tile = new WallTile(court, angle);
        if (tile.isRecording()) another = false;
        moments = tile.isRecording() ? matches.moments(court.recording().id()) : List.of();
        played = tile.isRecording() || another
                ? null
                : matches.justPlayed(caller.require(), court.id()).orElse(null);
    }

    /** Another angle comes on the big picture. */
    public void show(WallTile ignored, WallAngle wanted) {
        angle = wanted.getCamera();
        read();
    }

    public void start() {
        try {
            form.setName(notices.text("start.defaultName", figures.clock(visitor.getNow(), court.clubZone())));
            recorder.startOnCourt(caller.require(), court.id().toString(), form.wish());
            read();
        } catch (ProblemException refused) {
            boolean minutes = "duration_minutes".equals(refused.problem().field());
            notices.explain(refused, minutes ? "other" : "start");
        }
    }

    /** This moment of the match. */
    public void mark() {
        try {
            markers.markNow(caller.require(), court.sessionId(), null);
            read();
        } catch (ProblemException refused) {
            read();
            notices.explain(refused, "mark");
        }
    }

    public void extend() {
        try {
            recorder.extendOnCourt(caller.require(), court.id(), EXTENSION);
            read();
        } catch (ProblemException refused) {
            read();
            notices.explain(refused, "extend");
        }
    }

    /** While the question stands open, the match may end and the next one begin. */
    public void ask() {
        asked = tile.getMatch();
    }

    public void stop() {
        try {
            read();
            if (!tile.isRecording() || !tile.getMatch().equals(asked)) return;
            recorder.stopOnCourt(caller.require(), court.id());
            read();
        } catch (ProblemException refused) {
            notices.explain(refused, "stopping:confirm");
        }
    }

    /** Instead of looking at the last match. */
    public void recordAnother() {
        another = true;
        read();
    }

    public WallTile getTile() {
        return tile;
    }

    public String getPlace() {
        return court.clubName();
    }

    public boolean isRecording() {
        return tile.isRecording();
    }

    /** The match of before, while no other one is wanted. */
    public PlayedMatch getPlayed() {
        return played;
    }

    public boolean isReady() {
        return !isRecording() && played == null && tile.isStartable();
    }

    /** Somebody else uses it; who, is their own affair. */
    public boolean isTaken() {
        return !isRecording() && played == null && !tile.isStartable();
    }

    /** Whether whoever looks runs the club. */
    public boolean isStaff() {
        return caller.require().isAdminOf(court.clubId());
    }

    public List<PlayedMatch.Moment> getMoments() {
        return PlayedMatch.Moment.of(moments, length(tile.getFigures()));
    }

    private static double length(RecordingFigures recording) {
        return Math.max(recording.plannedSeconds(), recording.elapsedSeconds());
    }

    public MarkerView getLastMoment() {
        return moments.isEmpty() ? null : moments.get(moments.size() - 1);
    }

    /** When it would end by itself. */
    public Instant getEnd() {
        return form.getLength().endFrom(visitor.getNow());
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public StartForm getForm() {
        return form;
    }
}
