package club.courtside.library;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;

/** The file name a browser saves a video under: made of its title, harmless on every operating system (RFC 6266). */
record DownloadName(String title, String extension) {

    /** Of an ordinary video. */
    DownloadName(String title) {
        this(title, "mp4");
    }

    /** With the ending of the file itself. */
    static DownloadName of(StoredVideo video) {
        return of(video.title(), video.file());
    }

    static DownloadName of(String title, Path path) {
        String file = path.getFileName().toString();
        return new DownloadName(title, file.substring(file.lastIndexOf('.') + 1));
    }

    private static final int LONGEST = 120;

    /** With every letter of the title, without anything that a file system or a header could stumble over. */
    String file() {
        String safe = title.replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|;%]+", " ")
                .replaceAll("\\s+", " ")
                .strip()
                .replaceAll("^[. ]+|[. ]+$", "");
        if (safe.length() > LONGEST) safe = safe.substring(0, LONGEST).strip();
        return (safe.isEmpty() ? "video" : safe) + "." + extension;
    }

    /** {@code attachment} or {@code inline} with the plain name for old clients and the real one (RFC 5987). */
    String disposition(String kind) {
        String plain = Normalizer.normalize(file(), Normalizer.Form.NFD).replaceAll("[^\\x20-\\x7e]", "");
        String encoded = URLEncoder.encode(file(), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return kind + "; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
