package club.courtside.engine.api;

/**
 * @param file what somebody has brought, absolute path; never changed
 * @param to the MP4 to write when its contents only need another container, absolute path; null when there is no room for a
 *     copy
 */
public record ExamineSpec(String file, String to) {}
