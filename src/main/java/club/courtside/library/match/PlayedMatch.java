package club.courtside.library.match;

import club.courtside.library.MarkerView;
import club.courtside.library.VideoCard;
import club.courtside.session.wall.Tape;
import java.util.List;

/**
 * A match that has just been recorded.
 *
 * @param deliveredSeconds without the gaps
 * @param gaps how many
 */
public record PlayedMatch(VideoCard video, double deliveredSeconds, int gaps, Tape tape, List<Moment> moments) {

    /** Where a moment lies on the tape, in percent of it. */
    public record Moment(MarkerView marker, double share) {

        static List<Moment> of(List<MarkerView> markers, double length) {
            return markers.stream()
                    .map(marker -> new Moment(marker, length <= 0 ? 0 : Math.min(100, 100 * marker.seconds() / length)))
                    .toList();
        }
    }
}
