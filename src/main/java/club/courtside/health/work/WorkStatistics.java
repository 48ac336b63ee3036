package club.courtside.health.work;

import java.util.List;

/**
 * How processing stands.
 *
 * @param videos how many there are in each state
 * @param jobs how many pieces of work there are, by queue, kind and state
 * @param oldestSeconds how long the oldest that is not over is there; null when all are over
 */
public record WorkStatistics(VideoCounts videos, List<WorkCount> jobs, Double oldestSeconds) {

    /** @param processing those that are still recorded among them */
    public record VideoCounts(long total, long processing, long ready, long failed) {}

    /**
     * @param work the queue: {@code job} …
     * @param kind {@code convert}, {@code describe}, {@code subtitle} …
     * @param state as in the list of jobs
     * @param oldestSeconds how long the oldest is there; null when they are over
     */
    public record WorkCount(String work, String kind, String state, long count, Double oldestSeconds) {}
}
