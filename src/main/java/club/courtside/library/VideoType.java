package club.courtside.library;

import java.nio.file.Path;
import java.util.Map;

/** The media types of the containers that the library keeps. */
public final class VideoType {

    private static final Map<String, String> TYPES = Map.of(
            "mp4", "video/mp4",
            "mov", "video/quicktime",
            "mkv", "video/x-matroska",
            "webm", "video/webm",
            "ts", "video/mp2t",
            "mpg", "video/mpeg",
            "avi", "video/x-msvideo",
            "wmv", "video/x-ms-wmv",
            "flv", "video/x-flv");

    private VideoType() {}

    public static String of(Path file) {
        String name = file.getFileName().toString();
        return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    }
}
