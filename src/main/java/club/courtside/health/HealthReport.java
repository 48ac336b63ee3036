package club.courtside.health;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The verdict on the whole installation, and what it rests on. */
public record HealthReport(Verdict status, Instant checkedAt, List<Check> checks) {

    static HealthReport of(Instant now, List<Check> checks) {
        Verdict worst =
                checks.stream().map(Check::state).max(Comparator.naturalOrder()).orElse(Verdict.HEALTHY);
        return new HealthReport(worst, now, checks);
    }

    /** Whether both say the same, whenever it was. */
    boolean saysTheSameAs(HealthReport other) {
        return other != null
                && other.status == status
                && other.checks.stream()
                        .map(Check::reason)
                        .toList()
                        .equals(checks.stream().map(Check::reason).toList());
    }
}
