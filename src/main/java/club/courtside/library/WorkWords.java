package club.courtside.library;

import club.courtside.court.Visitor;
import club.courtside.platform.Figures;
import club.courtside.platform.Notices;
import club.courtside.platform.queue.TrackedWork;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** How work on videos goes, in the visitor's language and time. */
@Named
@RequestScoped
public class WorkWords {

    @Inject
    private Notices notices;

    @Inject
    private Figures figures;

    @Inject
    private Visitor visitor;

    /** Which attempt it is, where there is more than one, and when the next one begins; null when there is nothing to say. */
    public String attempt(TrackedWork work) {
        if (work.nextAttemptAt() != null)
            return notices.text(
                    "jobs.next", work.attempts() + 1, figures.clock(work.nextAttemptAt(), visitor.getZone()));
        return work.attempts() > 1 ? notices.text("jobs.attempt", work.attempts()) : null;
    }

    /** When it ended and how long it took, or how long it has been running; null before it begins. */
    public String took(TrackedWork work) {
        if (work.seconds() == null) return null;
        String length = figures.length(work.seconds());
        return work.endedAt() == null
                ? length
                : figures.recently(work.endedAt(), visitor.getNow(), visitor.getZone()) + " · " + length;
    }
}
