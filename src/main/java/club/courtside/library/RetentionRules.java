package club.courtside.library;

import club.courtside.court.Club;
import club.courtside.court.ClubRules;
import club.courtside.platform.ProblemException;

/**
 * How long, and in how much space, a club keeps its videos.
 *
 * @param days 0 keeps everything
 * @param quotaGb 0: any space
 */
public record RetentionRules(int days, int quotaGb) {

    private static final long GB = 1_000_000_000L;

    public RetentionRules {
        if (days < 0 || days > ClubRules.LONGEST_RETENTION_DAYS)
            throw ProblemException.badRequest("days", "choose from 0 to " + ClubRules.LONGEST_RETENTION_DAYS + " days");
        if (quotaGb < 0 || quotaGb > ClubRules.GREATEST_QUOTA_GB)
            throw ProblemException.badRequest("quota_gb", "choose from 0 to " + ClubRules.GREATEST_QUOTA_GB + " GB");
    }

    static RetentionRules of(Club club) {
        return new RetentionRules(club.retentionDays(), club.quotaGb() == null ? 0 : club.quotaGb());
    }

    boolean keepsForever() {
        return days == 0;
    }

    boolean hasQuota() {
        return quotaGb > 0;
    }

    long quotaBytes() {
        return quotaGb * GB;
    }
}
