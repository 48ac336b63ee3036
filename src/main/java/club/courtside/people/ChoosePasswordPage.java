package club.courtside.people;

import club.courtside.account.AccountLink.Kind;
import club.courtside.account.AccountLinks;
import club.courtside.account.Entrance;
import club.courtside.account.NewPasswords;
import club.courtside.account.User;
import club.courtside.platform.Notices;
import club.courtside.platform.ProblemException;
import club.courtside.platform.web.Sender;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** The page that an invitation or a forgotten password leads to. Who chooses a password is in. */
@Named
@RequestScoped
public class ChoosePasswordPage {
    private static final String HOME = "/live.xhtml?faces-redirect=true";
    private static final String LOGIN = "/login.xhtml?faces-redirect=true";

    @Inject
    private AccountLinks links;

    @Inject
    private NewPasswords passwords;

    @Inject
    private Entrance entrance;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Notices notices;

    private Kind kind;
    private String token;
    private String password;
    private Optional<User> user = Optional.empty();

    /** Whose link it is; before the form is read, which is there only when the link is good. */
    @PostConstruct
    void look() {
        kind = request.getServletPath().startsWith("/invitation") ? Kind.INVITATION : Kind.PASSWORD;
        token = request.getParameter("token");
        user = links.whose(token, kind);
    }

    public String choose() {
        try {
            User known =
                    passwords.choose(token, kind, password, Sender.of(request).address());
            var response = (HttpServletResponse)
                    FacesContext.getCurrentInstance().getExternalContext().getResponse();
            return entrance.admits(known.email(), password, true, response) ? HOME : LOGIN;
        } catch (ProblemException refused) {
            user = links.whose(token, kind);
            notices.explain(refused, "password");
            return null;
        }
    }

    /** Whether the link is good. */
    public boolean isOpen() {
        return user.isPresent();
    }

    public String getName() {
        return user.map(User::displayName).orElse("");
    }

    public String getEmail() {
        return user.map(User::email).orElse("");
    }

    /** Only the browser's store of passwords reads it. */
    public void setEmail(String shown) {
        // the link says whose it is
    }

    public String getToken() {
        return token;
    }

    public String getPassword() {
        return null;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
