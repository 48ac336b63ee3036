package club.courtside.notice;

import club.courtside.court.NoticeKind;
import java.util.UUID;
import java.util.function.Function;

/**
 * What happened, before it is put into the words of each receiver.
 *
 * @param occasion what makes it the same: nobody is told twice of it
 * @param videoId told when that video is ready; null: at once
 * @param path of the page that shows more
 */
record Tidings(
        NoticeKind kind,
        String occasion,
        UUID videoId,
        String path,
        Function<Words, String> title,
        Function<Words, String> text) {

    static Tidings of(
            NoticeKind kind,
            String occasion,
            String path,
            Function<Words, String> title,
            Function<Words, String> text) {
        return new Tidings(kind, occasion, null, path, title, text);
    }
}
