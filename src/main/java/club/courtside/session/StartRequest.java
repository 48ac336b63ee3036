package club.courtside.session;

import club.courtside.court.Club;
import java.time.Instant;

/**
 * How somebody wants to record.
 *
 * @param minutes null for the club's default
 * @param name null for court and time
 * @param autoUpload null follows the club
 */
public record StartRequest(RecordMinutes minutes, RecordingName name, Boolean autoUpload) {

    RecordMinutes minutesOr(Club club) {
        return minutes == null ? new RecordMinutes(club.defaultMinutes()) : minutes;
    }

    RecordingName nameOr(Session session, Instant now) {
        return name == null
                ? RecordingName.byDefault(session.place(), now, session.club().timeZone())
                : name;
    }
}
