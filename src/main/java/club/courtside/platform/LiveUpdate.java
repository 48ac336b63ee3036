package club.courtside.platform;

import java.util.Set;
import java.util.UUID;

/**
 * Something changed that open pages and API clients want to know at once. Fired as a CDI event by whoever changed it;
 * observers take it {@code during = AFTER_SUCCESS}, so that nobody hears of what was rolled back.
 *
 * @param event the name in {@code /ws/updates}: {@code recording_started}, {@code camera_state} …
 * @param clubId whose club it concerns
 * @param ownerId the player it belongs to; null when every member of the club may know it
 * @param others players whom it concerns although it belongs to somebody
 * @param data goes out as JSON
 */
public record LiveUpdate(String event, UUID clubId, UUID ownerId, Set<UUID> others, Object data) {

    public LiveUpdate {
        if (event == null || event.isBlank()) throw new IllegalArgumentException("a live update needs a name");
        if (clubId == null) throw new IllegalArgumentException("a live update needs its club");
        others = Set.copyOf(others);
    }

    public LiveUpdate(String event, UUID clubId, UUID ownerId, Object data) {
        this(event, clubId, ownerId, Set.of(), data);
    }
}
