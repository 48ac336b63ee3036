package club.courtside.library;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * What retention would remove of a club until tomorrow morning, by given rules.
 *
 * @param days how long videos stay; 0: for ever
 * @param quotaGb space that they may take; 0: any
 * @param videos how many the club has now
 * @param sizeBytes what they take now
 * @param removedCount how many go
 * @param removedBytes what that frees
 * @param items the first {@value #MOST} that go
 */
public record RetentionPreview(
        int days, int quotaGb, long videos, long sizeBytes, long removedCount, long removedBytes, List<Removal> items) {

    static final int MOST = 200;

    private static final int SHOWN = 8;

    static RetentionPreview of(RetentionRules rules, Shelf shelf, List<Removal> removals) {
        long bytes = removals.stream().mapToLong(Removal::sizeBytes).sum();
        return new RetentionPreview(
                rules.days(),
                rules.quotaGb(),
                shelf.videos(),
                shelf.bytes(),
                removals.size(),
                bytes,
                removals.stream().limit(MOST).toList());
    }

    /** The very first, for people. */
    @JsonIgnore
    public List<Removal> getFirst() {
        return items.stream().limit(SHOWN).toList();
    }

    /** Whether all stays. */
    @JsonIgnore
    public boolean isNothing() {
        return removedCount == 0;
    }
}
