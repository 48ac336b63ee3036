package club.courtside.settings.premises;

import java.util.List;

/**
 * One thing that was looked at.
 *
 * @param name {@code java}, {@code folder} or {@code models}
 * @param title the same in English
 * @param reason a code for why it is not in order; null when it is
 * @param detail what was found, as the rest of an English sentence
 * @param next what to do about it; null when it is in order
 * @param figures what pages put into their own words
 */
public record Premise(String name, String title, String reason, String detail, String next, List<Object> figures) {

    static Premise inOrder(String name, String title, String detail, Object... figures) {
        return new Premise(name, title, null, detail, null, List.of(figures));
    }

    public boolean isInOrder() {
        return reason == null;
    }
}
