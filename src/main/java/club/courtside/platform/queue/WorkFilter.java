package club.courtside.platform.queue;

import java.util.EnumSet;
import java.util.Set;

/** What one looks for in a list of work. */
public enum WorkFilter {
    ALL(EnumSet.noneOf(WorkState.class)),
    UNDER_WAY(EnumSet.of(WorkState.QUEUED, WorkState.RUNNING, WorkState.WAITING)),
    TROUBLE(EnumSet.of(WorkState.WAITING, WorkState.FAILED, WorkState.SKIPPED)),
    DONE(EnumSet.of(WorkState.DONE));

    private final Set<WorkState> states;

    WorkFilter(Set<WorkState> states) {
        this.states = states;
    }

    /** None: any. */
    public Set<WorkState> states() {
        return states;
    }

    /** Key of the word. */
    public String getText() {
        return "jobs.show." + name();
    }
}
