package club.courtside.engine.api;

/**
 * How a task stands.
 *
 * @param progress 0 to 1, never less than before
 * @param reason null unless skipped or failed
 * @param result null until done
 */
public record TaskStatus(String id, TaskState state, double progress, Reason reason, TaskResult result) {}
