package club.courtside.people;

import club.courtside.account.Entrance;
import club.courtside.platform.Notices;
import club.courtside.platform.Preferences;
import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The first start: a club, and who runs it. Afterwards there is no such page. */
@Named
@RequestScoped
public class FirstPage {
    private static final String HOME = "/live.xhtml?faces-redirect=true";

    @Inject
    private FirstStart start;

    @Inject
    private Entrance entrance;

    @Inject
    private Preferences preferences;

    @Inject
    private Notices notices;

    private String club;
    private String name;
    private String email;
    private String password;

    public void open() throws IOException {
        if (start.isWanted()) return;
        var faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().responseSendError(404, "there is an administrator already");
        faces.responseComplete();
    }

    public String begin() {
        try {
            start.begin(club, name, email, password, preferences.getLocale());
        } catch (ProblemException refused) {
            notices.explain(refused, refused.problem().field());
            return null;
        }
        var response = (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
        entrance.admits(email, password, true, response);
        return HOME;
    }

    public String getClub() {
        return club;
    }

    public void setClub(String club) {
        this.club = club;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPassword() {
        return null;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
