package club.courtside.library.inventory;

import java.util.UUID;

/**
 * One point in which catalogue and shelf disagree.
 *
 * @param id of the recording or video, null when the catalogue knows none
 * @param clubId null when the file lies in no club's folder
 * @param file relative to the data folder, with slashes
 * @param title null when the catalogue knows none
 */
public record Difference(Kind kind, UUID id, UUID clubId, String file, String title) {

    static Difference of(Kind kind, Entry entry) {
        return new Difference(kind, entry.id(), entry.clubId(), entry.file(), entry.title());
    }

    static Difference of(Kind kind, UUID clubId, String file) {
        return new Difference(kind, null, clubId, file, null);
    }

    /** One line for people: which file, what is wrong, what to do. */
    public String line() {
        return file + (title == null ? "" : " \"" + title + "\"") + ": " + kind.what() + ". " + kind.next();
    }
}
