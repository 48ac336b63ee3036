package club.courtside.session.preview;

import club.courtside.account.Caller;
import club.courtside.account.Reception;
import club.courtside.platform.ProblemException;
import club.courtside.session.SessionClosed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The live views that are open. Each ends when the right to it ends, not only when its viewer leaves. */
@ApplicationScoped
public class LiveViews {

    private final Previews previews;
    private final Reception reception;
    private final Set<LiveView> open = ConcurrentHashMap.newKeySet();

    @Inject
    public LiveViews(Previews previews, Reception reception) {
        this.previews = previews;
        this.reception = reception;
    }

    protected LiveViews() {
        this(null, null);
    }

    void opened(LiveView view) {
        open.add(view);
    }

    void left(LiveView view) {
        open.remove(view);
    }

    int count() {
        return open.size();
    }

    /** Whoever may still watch, another way, connects again. */
    void closed(@Observes(during = TransactionPhase.AFTER_SUCCESS) SessionClosed event) {
        open.stream().filter(view -> view.dependsOn(event.session().id())).forEach(LiveView::end);
    }

    /** Ends those of people who were disabled, left the club or lost the court meanwhile. */
    void check() {
        open.stream().filter(view -> !isAllowed(view)).forEach(LiveView::end);
    }

    private boolean isAllowed(LiveView view) {
        return reception
                .known(view.viewer())
                .filter(now -> mayWatch(now, view.address()))
                .isPresent();
    }

    private boolean mayWatch(Caller now, PreviewAddress address) {
        try {
            previews.grant(now, address);
            return true;
        } catch (ProblemException refused) {
            return false;
        }
    }
}
