package club.courtside.obs;

import club.courtside.account.CurrentCaller;
import club.courtside.platform.Ids;
import club.courtside.platform.Notices;
import club.courtside.platform.ProblemException;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import org.omnifaces.util.Faces;

/** What an OBS Studio does, beside the form of the camera that it is. */
@Named
@ViewScoped
public class StudioPage implements Serializable {

    @Inject
    private ObsCourts courts;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Notices notices;

    private UUID camera;
    private transient StudioView view;
    private String scene;

    /** The camera that the page's address names. */
    @PostConstruct
    void open() {
        camera = Ids.parse(Faces.getRequestParameter("camera")).orElse(null);
        read();
    }

    /** Something may have changed. */
    public void read() {
        view = camera == null ? null : courts.ofCamera(caller.require(), camera).orElse(null);
        scene = view == null ? null : view.scene();
    }

    public void show() {
        try {
            courts.show(caller.require(), view.courtId().toString(), scene);
        } catch (ProblemException refused) {
            notices.explain(refused, "studio:scene");
        }
        read();
    }

    /** Null when the page is not about an OBS Studio. */
    public StudioView getView() {
        return view;
    }

    public String getScene() {
        return scene;
    }

    public void setScene(String scene) {
        this.scene = scene;
    }
}
