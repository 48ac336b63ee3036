package club.courtside.library;

import club.courtside.platform.Notices;
import club.courtside.platform.ProblemException;
import club.courtside.platform.web.Sender;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import org.omnifaces.util.Faces;

/** What a link shows to whoever has it, signed in or not. */
@Named
@ViewScoped
public class SharedPage implements Serializable {
    @Inject
    private SharedVideos videos;

    @Inject
    private ShareDoor door;

    @Inject
    private Notices notices;

    private String token;
    private int angle;
    private String password;
    private SharedVideo video;
    private boolean closed;

    /** Called when the page opens. A link that has ended is explained, and answered as what is not there. */
    public void open() {
        try {
            closed = door.isClosed(token);
            if (!closed) video = videos.video(token, angle);
        } catch (ProblemException gone) {
            Faces.setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    public void unlock() throws IOException {
        try {
            door.open(token, password, Sender.of(Faces.getRequest()).address());
            Faces.redirect(Faces.getRequestContextPath() + "/s/" + token + (angle == 0 ? "" : "/" + angle));
        } catch (ProblemException refused) {
            notices.explain(
                    refused, refused.status() == HttpServletResponse.SC_FORBIDDEN ? "link.wrong" : null, "password");
        }
    }

    /** Null while the password is still to be said, and when the link leads nowhere. */
    public SharedVideo getVideo() {
        return video;
    }

    public boolean isClosed() {
        return closed;
    }

    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token;
    }

    /** 0 for the one that the link was made for. */
    public int getAngle() {
        return angle;
    }

    public void setAngle(int angle) {
        this.angle = angle;
    }

    public String getPassword() {
        return null;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
