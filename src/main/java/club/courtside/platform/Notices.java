package club.courtside.platform;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** Tells the visitor, in their language, what happened or why something cannot be done. */
@RequestScoped
public class Notices {
    private final Preferences preferences;

    /** For the proxy. */
    protected Notices() {
        this(null);
    }

    @Inject
    public Notices(Preferences preferences) {
        this.preferences = preferences;
    }

    /** A short notice for the whole page. */
    public void tell(String key, Object... values) {
        add(null, FacesMessage.SEVERITY_INFO, text(key, values));
    }

    /** The same on the page that a redirect leads to. */
    public void tellNext(String key, Object... values) {
        FacesContext.getCurrentInstance().getExternalContext().getFlash().setKeepMessages(true);
        tell(key, values);
    }

    /**
     * Why it cannot be done, in place; the page keeps what was typed.
     *
     * @param place client id of the field or message that explains
     */
    public void explain(ProblemException refused, String place) {
        FacesContext.getCurrentInstance().validationFailed();
        add(place, FacesMessage.SEVERITY_ERROR, reason(refused.problem()));
    }

    /** The same in these words, where there are better ones than for the problem as such. */
    public void explain(ProblemException refused, String key, String place) {
        if (key == null) {
            explain(refused, place);
            return;
        }
        FacesContext.getCurrentInstance().validationFailed();
        add(place, FacesMessage.SEVERITY_ERROR, text(key));
    }

    /** The whole page is not there, or not for this visitor. */
    public void refusePage(ProblemException refused) {
        var faces = FacesContext.getCurrentInstance();
        try {
            faces.getExternalContext().responseSendError(refused.status(), refused.getMessage());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        faces.responseComplete();
    }

    public String text(String key, Object... values) {
        var pattern = texts().getString(key);
        return values.length == 0 ? pattern : new MessageFormat(pattern, preferences.getLocale()).format(values);
    }

    /** @param words when there is no such text */
    public String textOr(String key, String words) {
        return texts().containsKey(key) ? text(key) : words;
    }

    /** Our own words for what is known, the problem's English sentence for the rest. */
    private String reason(Problem problem) {
        return Stream.of("reason." + problem.reason(), "problem." + problem.field(), "problem." + problem.status())
                .filter(texts()::containsKey)
                .map(this::text)
                .findFirst()
                .orElse(problem.detail());
    }

    private ResourceBundle texts() {
        return ResourceBundle.getBundle("club.courtside.messages", preferences.getLocale());
    }

    private static void add(String place, FacesMessage.Severity severity, String text) {
        FacesContext.getCurrentInstance().addMessage(place, new FacesMessage(severity, text, text));
    }
}
