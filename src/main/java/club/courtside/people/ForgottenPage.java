package club.courtside.people;

import club.courtside.platform.Notices;
import club.courtside.platform.Preferences;
import club.courtside.platform.ProblemException;
import club.courtside.platform.mail.MailServer;
import club.courtside.platform.web.Sender;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** Asks for the link to a new password; says the same whether there is such a user or not. */
@Named
@RequestScoped
public class ForgottenPage {

    @Inject
    private ForgottenRequests requests;

    @Inject
    private MailServer mail;

    @Inject
    private Preferences preferences;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Notices notices;

    private String email;
    private boolean asked;

    public void ask() {
        try {
            requests.ask(email, preferences.getLocale(), Sender.of(request).address());
            asked = true;
        } catch (ProblemException refused) {
            notices.explain(refused, "email");
        }
    }

    public boolean isAsked() {
        return asked;
    }

    /** Whether mail can be sent here. */
    public boolean isMailed() {
        return mail.isSet();
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}
