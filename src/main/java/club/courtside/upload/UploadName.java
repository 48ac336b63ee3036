package club.courtside.upload;

import club.courtside.library.Video;
import java.text.Normalizer;
import java.time.format.DateTimeFormatter;

/** What a video's file is called elsewhere: of letters that no server, shell or address stumbles over. */
final class UploadName {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;
    private static final int LONGEST_TITLE = 80;

    private UploadName() {}

    /** {@code 2026-11-25-padel-final.mp4} */
    static String of(Video video) {
        String plain = Normalizer.normalize(video.title(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^A-Za-z0-9]+", "-");
        if (plain.length() > LONGEST_TITLE) plain = plain.substring(0, LONGEST_TITLE);
        plain = plain.replaceAll("^-+|-+$", "").toLowerCase(java.util.Locale.ROOT);
        String day = DAY.format(video.startedAt().atZone(video.club().timeZone()));
        String file = video.file();
        String extension = file.substring(file.lastIndexOf('.') + 1);
        return day + "-" + (plain.isEmpty() ? "video" : plain) + "." + extension;
    }
}
