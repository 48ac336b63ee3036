package club.courtside.health;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * One thing that was looked at.
 *
 * @param name {@code database}, {@code engine}, {@code relay}, {@code disk}, {@code folder}, {@code java}, {@code models},
 *     {@code queue}, {@code targets}, {@code cameras}, or {@code camera}
 * @param subject which camera it is; else null
 * @param reason a code for why it is not healthy; null when it is
 * @param detail an English sentence
 * @param figures what pages put into their own words
 */
public record Check(
        String name,
        String subject,
        Verdict state,
        String reason,
        String detail,
        @JsonIgnore List<Object> figures) {

    static Check healthy(String name, String detail, Object... figures) {
        return new Check(name, null, Verdict.HEALTHY, null, detail, List.of(figures));
    }

    static Check of(String name, Verdict state, String reason, String detail, Object... figures) {
        return new Check(name, null, state, reason, detail, List.of(figures));
    }

    /** Key of the page's words. */
    @JsonIgnore
    public String getText() {
        return "health." + name + "." + (reason == null ? "ok" : reason);
    }
}
