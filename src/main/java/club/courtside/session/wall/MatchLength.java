package club.courtside.session.wall;

import club.courtside.platform.ProblemException;
import club.courtside.session.RecordMinutes;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How long will be recorded, while somebody chooses it: one of the offered lengths, or another one that is typed. */
public final class MatchLength implements Serializable {

    private static final List<Integer> OFFERS = List.of(1, 5, 60, 90, 120);

    private Integer choice;
    private String other;

    /** @param usual what the club usually records, minutes */
    public MatchLength(int usual) {
        choice = OFFERS.contains(usual) ? usual : null;
        other = String.valueOf(usual);
    }

    /** @throws ProblemException naming {@code duration_minutes} when it makes no sense */
    public RecordMinutes wanted() {
        return RecordMinutes.of("duration_minutes", choice == null ? other : choice);
    }

    public List<Integer> getOffers() {
        return OFFERS;
    }

    public boolean isFree() {
        return choice == null;
    }

    /** Null while they make no sense. */
    public Integer getMinutes() {
        try {
            return wanted().minutes();
        } catch (ProblemException notYet) {
            return null;
        }
    }

    /** When a recording that starts now would end by itself; null while the minutes make no sense. */
    public Instant endFrom(Instant now) {
        return getMinutes() == null ? null : now.plus(Duration.ofMinutes(getMinutes()));
    }

    /** One of the offered lengths, or null for another one. */
    public Integer getChoice() {
        return choice;
    }

    public void setChoice(Integer choice) {
        this.choice = choice;
    }

    public String getOther() {
        return other;
    }

    public void setOther(String other) {
        this.other = other;
    }
}
