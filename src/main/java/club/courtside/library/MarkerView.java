package club.courtside.library;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A moment as it lies in one video.
 *
 * @param seconds from the video's beginning
 * @param label null while it has no name
 * @param at by the court's clock
 * @param madeBy display name
 */
public record MarkerView(UUID id, double seconds, String label, Instant at, String madeBy) {

    /** @param beginning of the video */
    public static MarkerView of(Marker marker, Instant beginning) {
        return new MarkerView(
                marker.id(),
                marker.secondsFrom(beginning),
                marker.label(),
                marker.moment(),
                marker.madeBy().displayName());
    }

    static List<MarkerView> of(List<Marker> markers, Instant beginning) {
        return markers.stream().map(marker -> of(marker, beginning)).toList();
    }
}
