package club.courtside.library;

import java.nio.file.Path;

/**
 * A video's files.
 *
 * @param thumbnail null while there is none
 * @param growing whether it is still being recorded
 */
record StoredVideo(String title, Path file, Path thumbnail, boolean growing) {}
