package club.courtside.court;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * CDI event: a club is about to be deleted. Fired within the transaction that does it. Whoever still needs the club refuses
 * with a {@link club.courtside.platform.ProblemException}; whoever keeps something of it says so, and lets it go once that
 * was confirmed.
 */
public final class ClubLeaving {

    private final UUID clubId;
    private final boolean confirmed;
    private final List<String> losses = new ArrayList<>();

    ClubLeaving(UUID clubId, boolean confirmed) {
        this.clubId = clubId;
        this.confirmed = confirmed;
    }

    public UUID clubId() {
        return clubId;
    }

    /** Whether somebody knows what is lost, and wants it. */
    public boolean isConfirmed() {
        return confirmed;
    }

    /** @param what in words: {@code 214 videos (301.2 GB)} */
    public void loses(String what) {
        losses.add(what);
    }

    public List<String> losses() {
        return List.copyOf(losses);
    }
}
