package club.courtside.account;

import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalTime;

/** Signs somebody in, and brings them to where they wanted to go. */
@Named
@RequestScoped
public class LoginPage {
    private static final String HOME = "/live.xhtml";
    private static final String FIRST = "/first.xhtml";

    private final Entrance entrance;
    private final Users users;
    private final HttpServletRequest request;

    private String from;
    private String email;
    private String password;
    private boolean remember = true;
    private ProblemException refusal;

    /** For the proxy. */
    protected LoginPage() {
        this(null, null, null);
    }

    @Inject
    public LoginPage(Entrance entrance, Users users, HttpServletRequest request) {
        this.entrance = entrance;
        this.users = users;
        this.request = request;
    }

    /** Whoever is signed in already needs no form; before there is any user, the first one is asked for. */
    public void passOn() {
        if (users.isEmpty()) redirect(FIRST);
        else if (request.getUserPrincipal() != null) redirect(destination());
    }

    public void signIn() {
        var faces = FacesContext.getCurrentInstance();
        var response = (HttpServletResponse) faces.getExternalContext().getResponse();
        if (entrance.admits(email, password, remember, response)) {
            redirect(destination());
        } else {
            refusal = (ProblemException) request.getAttribute(SignInMechanism.PROBLEM);
        }
    }

    public void signOut() throws ServletException {
        request.logout();
        FacesContext.getCurrentInstance().getExternalContext().invalidateSession();
        redirect("/login.xhtml");
    }

    /** The wanted page when it is one of ours; nobody is sent to another site from here. */
    private String destination() {
        var local = from != null && from.matches("/[A-Za-z0-9][A-Za-z0-9._/-]*(\\?[^\\s\\\\]*)?");
        return local && !from.startsWith("/login") ? from : HOME;
    }

    private void redirect(String path) {
        var context = FacesContext.getCurrentInstance().getExternalContext();
        try {
            context.redirect(context.getRequestContextPath() + path);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Key of the words to begin with. */
    public String getGreeting() {
        var hour = LocalTime.now().getHour();
        return hour < 12 ? "login.morning" : hour < 18 ? "login.afternoon" : "login.evening";
    }

    public boolean isRefused() {
        return refusal != null;
    }

    /** Whether there were too many attempts. */
    public boolean isPaused() {
        return refusal != null && refusal.retryAfter().isPresent();
    }

    /** Until the next attempt is allowed. */
    public long getPauseMinutes() {
        return isPaused() ? Math.max(1, refusal.retryAfter().get().toMinutes()) : 0;
    }

    public boolean isRemember() {
        return remember;
    }

    public void setRemember(boolean remember) {
        this.remember = remember;
    }

    public String getFrom() {
        return from == null ? request.getParameter("from") : from;
    }

    public void setFrom(String from) {
        this.from = from;
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
