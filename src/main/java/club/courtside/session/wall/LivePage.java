package club.courtside.session.wall;

import club.courtside.account.CurrentCaller;
import club.courtside.court.Visitor;
import club.courtside.platform.Figures;
import club.courtside.platform.Ids;
import club.courtside.platform.Notices;
import club.courtside.platform.ProblemException;
import club.courtside.session.DiskSpace;
import club.courtside.session.RecordMinutes;
import club.courtside.session.Recorder;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;
import org.primefaces.PrimeFaces;

/** The wall of courts: see what happens, start, extend and stop recordings. */
@Named
@ViewScoped
public class LivePage implements Serializable {
    private static final List<Integer> EXTENSIONS = List.of(15, 30, 60);

    @Inject
    private CourtBoard board;

    @Inject
    private Recorder recorder;

    @Inject
    private DiskSpace disk;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Notices notices;

    @Inject
    private Figures figures;

    @Inject
    private Visitor visitor;

    /** Court → camera, where somebody looks at another angle than the main one. */
    private final Map<UUID, UUID> angles = new HashMap<>();

    private List<WallTile> courts;
    private WallTile chosen;
    private StartForm form;
    private int extension = EXTENSIONS.get(0);

    @PostConstruct
    public void read() {
        courts = board.wall(caller.require()).stream()
                .map(court -> new WallTile(court, angles.get(court.id())))
                .toList();
    }

    /** Another angle of the court comes on its tile. */
    public void show(WallTile court, WallAngle angle) {
        angles.put(court.getId(), angle.getCamera());
        read();
    }

    /** Something changed; short notices tell what, for the courts that this person may know of. */
    public void changed() {
        read();
        PrimeFaces.current().ajax().addCallbackParam("courts", ids());
        var changes = Optional.ofNullable(Faces.getRequestParameter("changes")).orElse("");
        Stream.of(changes.split(","))
                .distinct()
                .map(change -> change.split(":"))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> Ids.parse(pair[1])
                        .flatMap(this::court)
                        .ifPresent(court -> notices.tell("notice." + pair[0], court.getName())));
    }

    /** In their order; a page that shows others has to be opened anew. */
    private String ids() {
        return courts.stream().map(court -> court.getId().toString()).collect(Collectors.joining(","));
    }

    /** Opens the dialog for a court. */
    public void choose(WallTile court) {
        chosen = court;
        form = court.form(notices.text("start.defaultName", figures.clock(visitor.getNow(), court.getZone())));
        extension = EXTENSIONS.get(0);
    }

    public void start() {
        try {
            recorder.startOnCourt(caller.require(), chosen.getId().toString(), form.wish());
            read();
        } catch (ProblemException refused) {
            notices.explain(refused, place(refused));
        }
    }

    public void extend() {
        try {
            recorder.extendOnCourt(caller.require(), chosen.getId(), new RecordMinutes(extension));
            read();
            court(chosen.getId())
                    .filter(WallTile::isRecording)
                    .ifPresent(court -> notices.tell(
                            "notice.extended", court.getName(), figures.clock(court.getEnd(), court.getZone())));
        } catch (ProblemException refused) {
            notices.explain(refused, "extension:by");
        }
    }

    public void stop() {
        try {
            read();
            if (court(chosen.getId()).filter(this::recordsWhatWasChosen).isEmpty()) return;
            recorder.stopOnCourt(caller.require(), chosen.getId());
            read();
        } catch (ProblemException refused) {
            notices.explain(refused, "stopping:confirm");
        }
    }

    /** While the question stood open, the match may have ended and the next one begun. */
    private boolean recordsWhatWasChosen(WallTile court) {
        return court.isRecording() && chosen.isRecording() && court.getMatch().equals(chosen.getMatch());
    }

    private static String place(ProblemException refused) {
        var field = String.valueOf(refused.problem().field());
        return switch (field) {
            case "name" -> "starting:name";
            case "duration_minutes" -> "starting:other";
            case "quality" -> "starting:quality";
            default -> "starting:start";
        };
    }

    private Optional<WallTile> court(UUID id) {
        return courts.stream().filter(court -> court.getId().equals(id)).findFirst();
    }

    public List<WallTile> getCourts() {
        return courts;
    }

    public long getRecordingCount() {
        return courts.stream().filter(WallTile::isRecording).count();
    }

    public long getTroubledCount() {
        return courts.stream().mapToLong(WallTile::getTroubles).sum();
    }

    /** Bytes. */
    public long getDiskFree() {
        return disk.free();
    }

    /** The court that a dialog is about. */
    public WallTile getChosen() {
        return chosen;
    }

    /** What a start would film, in words. */
    public String getAngleNames() {
        return String.join(", ", chosen.getAngleNames());
    }

    public List<Integer> getExtensions() {
        return EXTENSIONS;
    }

    /** When it would end by itself. */
    public Instant getEnd() {
        return form.getLength().endFrom(visitor.getNow());
    }

    public StartForm getForm() {
        return form;
    }

    public int getExtension() {
        return extension;
    }

    public void setExtension(int extension) {
        this.extension = extension;
    }
}
