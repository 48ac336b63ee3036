package club.courtside.library;

import club.courtside.account.CurrentCaller;
import club.courtside.platform.Ids;
import club.courtside.platform.Notices;
import club.courtside.platform.ProblemException;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.omnifaces.util.Faces;

/** The moments of the video that is watched: mark one, name it, delete it. */
@Named
@ViewScoped
public class MomentsPage implements Serializable {
    @Inject
    private MarkerLedger markers;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Notices notices;

    private UUID video;
    private List<MarkerView> moments = List.of();
    private MarkerView chosen;
    private String label;

    /** Called when the page opens; a video that one may not know of has been refused by then. */
    public void open(String videoId) {
        video = Ids.parse(videoId).orElse(null);
        if (!Faces.isResponseComplete()) read();
    }

    /** Reads them again, after a change elsewhere. */
    public void read() {
        moments = markers.list(caller.require(), video);
    }

    /** Where the player is. */
    public void mark() {
        try {
            markers.mark(caller.require(), video, Double.parseDouble(Faces.getRequestParameter("at")), null);
            read();
        } catch (ProblemException refused) {
            notices.explain(refused, null);
        }
    }

    /** Opens the dialog for a moment. */
    public void choose(MarkerView moment) {
        chosen = moment;
        label = moment.label();
    }

    public void rename() {
        try {
            markers.rename(caller.require(), video, chosen.id(), label);
            read();
        } catch (ProblemException refused) {
            notices.explain(refused, "naming:label");
        }
    }

    public void delete() {
        try {
            markers.remove(caller.require(), video, chosen.id());
            read();
        } catch (ProblemException refused) {
            notices.explain(refused, "naming:label");
        }
    }

    public List<MarkerView> getMoments() {
        return moments;
    }

    /** The one that the dialog is about. */
    public MarkerView getChosen() {
        return chosen;
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }
}
