package club.courtside.engine.api;

/**
 * Small pictures of a video in one JPEG, row by row: picture {@code i} shows the last key frame before the moment at
 * {@code (i + 0.5) / pictures} of the video's length.
 *
 * @param file the video, absolute path
 * @param pictures how many, 1 to 100
 * @param columns in a row, 1 to 20
 * @param width pixels of each, 16 to 320; the height follows
 * @param to the JPEG to write, absolute path; replaced in one step
 */
public record StripSpec(String file, int pictures, int columns, int width, String to) {}
