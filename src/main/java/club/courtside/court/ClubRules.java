package club.courtside.court;

import club.courtside.platform.ProblemException;
import java.time.ZoneId;

/** What a club may choose. Each rule throws a 400 that names the field. */
public final class ClubRules {

    public static final int LONGEST_RETENTION_DAYS = 3650;
    private static final int LONGEST_RECORDING_MINUTES = 360;
    public static final int GREATEST_QUOTA_GB = 1_000_000;

    private ClubRules() {}

    /** @param name as the time zone database has it: {@code Europe/Paris} */
    static String timeZone(String name) {
        if (name == null || !ZoneId.getAvailableZoneIds().contains(name))
            throw ProblemException.badRequest("time_zone", "the time zone is one like Europe/Paris");
        return name;
    }

    /** 0 keeps everything. */
    static int retentionDays(int days) {
        return within("retention_days", days, 0, LONGEST_RETENTION_DAYS, "days");
    }

    static int defaultMinutes(int minutes) {
        return within("default_minutes", minutes, 1, LONGEST_RECORDING_MINUTES, "minutes");
    }

    /** 0: no limit. */
    static int quotaGb(int gigabytes) {
        return within("quota_gb", gigabytes, 0, GREATEST_QUOTA_GB, "GB");
    }

    private static int within(String field, int value, int least, int most, String unit) {
        if (value < least || value > most)
            throw ProblemException.badRequest(field, "choose from " + least + " to " + most + " " + unit);
        return value;
    }
}
