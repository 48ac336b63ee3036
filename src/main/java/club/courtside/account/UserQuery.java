package club.courtside.account;

import java.util.UUID;

/**
 * Which users somebody looks for.
 *
 * @param clubId null for all that one may see
 * @param text found in name or address; null or blank for everybody
 */
public record UserQuery(UUID clubId, String text) {

    public static final UserQuery EVERYBODY = new UserQuery(null, null);

    boolean hasText() {
        return text != null && !text.isBlank();
    }
}
