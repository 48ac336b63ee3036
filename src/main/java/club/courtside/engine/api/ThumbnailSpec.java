package club.courtside.engine.api;

/**
 * @param file the video, absolute path
 * @param seconds which moment; clamped to the video's length
 * @param width pixels of the picture; the height follows
 * @param to the JPEG to write, absolute path; replaced in one step
 */
public record ThumbnailSpec(String file, double seconds, int width, String to) {}
