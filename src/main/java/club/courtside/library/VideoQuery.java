package club.courtside.library;

import java.time.Instant;
import java.util.UUID;

/**
 * What somebody looks for, and in which order.
 *
 * @param clubId null for all that one may see
 * @param text found in title, court or owner; null or blank for everything
 * @param origin null for all
 * @param from begun then or later; null for always
 * @param to begun before then; null for ever
 */
public record VideoQuery(UUID clubId, String text, Origin origin, Instant from, Instant to, VideoSort sort) {

    public static final VideoQuery EVERYTHING = new VideoQuery(null, null);

    public VideoQuery {
        if (sort == null) sort = VideoSort.NEWEST;
    }

    /** The newest first. */
    public VideoQuery(UUID clubId, String text) {
        this(clubId, text, null, null, null, VideoSort.NEWEST);
    }

    boolean hasText() {
        return text != null && !text.isBlank();
    }
}
