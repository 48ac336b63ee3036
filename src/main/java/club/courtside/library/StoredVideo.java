package club.courtside.library;

import java.nio.file.Path;
import java.util.List;

/**
 * A video's files.
 *
 * @param playable what browsers play: the file, or a copy of it
 * @param subtitles WebVTT, null while there are none
 * @param thumbnail null while there is none
 * @param strip small pictures in one; null while there is none
 * @param growing whether it is still being recorded
 * @param markers its moments, in their order
 */
record StoredVideo(
        String title,
        Path file,
        Path playable,
        Path subtitles,
        Path thumbnail,
        Path strip,
        boolean growing,
        List<MarkerView> markers) {

    /** Null when it has none, or is not whole yet. */
    Chapters chapters() {
        return growing || markers.isEmpty() ? null : new Chapters(title, markers);
    }
}
