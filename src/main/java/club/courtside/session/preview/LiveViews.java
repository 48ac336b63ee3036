package club.courtside.session.preview;

import club.courtside.account.Caller;
import club.courtside.account.SignIns;
import club.courtside.platform.ProblemException;
import club.courtside.session.SessionClosed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The live views that are open. Each ends when the right to it ends, not only when its viewer leaves. */
@ApplicationScoped
public class LiveViews {

    private final Previews previews;
    private final SignIns signIns;
    private final Set<LiveView> open = ConcurrentHashMap.newKeySet();

    @Inject
    public LiveViews(Previews previews, SignIns signIns) {
        this.previews = previews;
        this.signIns = signIns;
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

    /**
     * Ends those of people who signed out, were disabled, left the club or lost the court meanwhile, and those of whom
     * nobody is there any more.
     */
    void check() {
        Map<Caller, Optional<Caller>> viewers = new HashMap<>();
        for (LiveView view : open) {
            Optional<Caller> now = viewers.computeIfAbsent(view.viewer(), signIns::stillHere);
            boolean lost =
                    now.filter(viewer -> mayWatch(viewer, view.address())).isEmpty();
            if (lost || view.isStalled()) view.end();
        }
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
