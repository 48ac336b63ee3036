package club.courtside.library;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** In which order videos are listed. */
public enum VideoSort {
    NEWEST("v.startedAt", " desc"),
    OLDEST("v.startedAt", ""),
    LONGEST("v.durationSeconds", " desc"),
    LARGEST("v.bytes", " desc"),
    TITLE("v.sortTitle", "");

    private final String by;
    private final String direction;

    VideoSort(String by, String direction) {
        this.by = by;
        this.direction = direction;
    }

    boolean isByTime() {
        return this == NEWEST || this == OLDEST;
    }

    /**
     * JPQL; the same order each time, so that no page repeats what another one showed.
     *
     * @param shared by all that is found: it orders nothing, but an index that begins with it can be read in this order
     */
    String order(List<String> shared) {
        return Stream.concat(shared.stream(), Stream.of(by, "v.id"))
                .map(column -> column + direction)
                .collect(Collectors.joining(", "));
    }
}
