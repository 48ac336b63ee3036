package club.courtside.library;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * A video's files.
 *
 * @param playable what browsers play: the file, or a copy of it
 * @param watchAt where it lies when its file is not here; null when it is, or a copy is
 * @param downloadAt where it can be saved from when its file is not here; null when it is
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
        URI watchAt,
        URI downloadAt,
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
