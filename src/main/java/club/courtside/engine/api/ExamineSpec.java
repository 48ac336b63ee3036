package club.courtside.engine.api;

/**
 * @param file what somebody has brought, absolute path; never changed
 * @param to the MP4 to write when its contents only need another container, absolute path; null when there is no room for a
 *     copy
 * @param leastSeconds what the file has to last; 0 for a recording, which may be as short as it is
 */
public record ExamineSpec(String file, String to, double leastSeconds) {}
