package club.courtside.library;

/** In which order videos are listed. */
public enum VideoSort {
    NEWEST("v.startedAt desc"),
    OLDEST("v.startedAt"),
    LONGEST("v.durationSeconds desc"),
    LARGEST("v.bytes desc"),
    TITLE("lower(v.title)");

    private final String order;

    VideoSort(String order) {
        this.order = order;
    }

    /** JPQL; the same order each time, so that no page repeats what another one showed. */
    String order() {
        return order + ", v.id";
    }
}
