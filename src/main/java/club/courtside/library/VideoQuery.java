package club.courtside.library;

import java.util.UUID;

/**
 * What somebody looks for.
 *
 * @param clubId null for all that one may see
 * @param text found in title, court or owner; null or blank for everything
 */
public record VideoQuery(UUID clubId, String text) {

    public static final VideoQuery EVERYTHING = new VideoQuery(null, null);

    boolean hasText() {
        return text != null && !text.isBlank();
    }
}
