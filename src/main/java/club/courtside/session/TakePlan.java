package club.courtside.session;

import club.courtside.account.User;
import java.time.Instant;

/**
 * How one take of a session shall be recorded, the same for all of its angles.
 *
 * @param number which take of the session, from 1
 * @param autoUpload null follows the club
 * @param quality null as whoever records it is set
 * @param at when somebody pressed start
 */
public record TakePlan(
        int number,
        RecordingName name,
        User startedBy,
        RecordMinutes minutes,
        Boolean autoUpload,
        RecordingQuality quality,
        Instant at) {}
