package club.courtside.engine;

import club.courtside.engine.api.Reason;
import club.courtside.engine.api.TaskResult;

/**
 * What a task's process prints, one line of JSON each; all but one part are null.
 *
 * @param progress 0 to 1
 * @param quiet seconds for which nothing may be heard from now on
 * @param crash what it means should the process abort from now on: native libraries do at damaged files
 * @param result the last line
 * @param skipped the last line
 * @param failed the last line
 */
record TaskLine(Double progress, Long quiet, Reason crash, TaskResult result, Reason skipped, Reason failed) {

    static TaskLine progress(double part) {
        return new TaskLine(part, null, null, null, null, null);
    }

    static TaskLine quiet(long seconds) {
        return new TaskLine(null, seconds, null, null, null, null);
    }

    static TaskLine crash(Reason meaning) {
        return new TaskLine(null, null, meaning, null, null, null);
    }

    static TaskLine done(TaskResult result) {
        return new TaskLine(null, null, null, result, null, null);
    }

    static TaskLine skipped(Reason why) {
        return new TaskLine(null, null, null, null, why, null);
    }

    static TaskLine failed(Reason why) {
        return new TaskLine(null, null, null, null, null, why);
    }

    boolean isLast() {
        return result != null || skipped != null || failed != null;
    }
}
