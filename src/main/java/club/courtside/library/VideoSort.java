package club.courtside.library;

/** In which order videos are listed. */
public enum VideoSort {
    NEWEST("v.startedAt desc, v.id desc"),
    OLDEST("v.startedAt, v.id"),
    LONGEST("v.durationSeconds desc, v.id desc"),
    LARGEST("v.bytes desc, v.id desc"),
    TITLE("v.sortTitle, v.id");

    private final String order;

    VideoSort(String order) {
        this.order = order;
    }

    /** JPQL; the same order each time, so that no page repeats what another one showed, and that of an index. */
    String order() {
        return order;
    }
}
