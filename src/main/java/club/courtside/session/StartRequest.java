package club.courtside.session;

import club.courtside.court.Club;
import java.time.Instant;

/**
 * How somebody wants to record.
 *
 * @param minutes null for the club's default
 * @param name null for court and time
 * @param autoUpload null follows the club
 * @param quality null as whoever records it is set; only where {@link CameraRecorder#qualities} offers it
 */
public record StartRequest(RecordMinutes minutes, RecordingName name, Boolean autoUpload, RecordingQuality quality) {

    public StartRequest(RecordMinutes minutes, RecordingName name, Boolean autoUpload) {
        this(minutes, name, autoUpload, null);
    }

    RecordMinutes minutesOr(Club club) {
        return minutes == null ? new RecordMinutes(club.defaultMinutes()) : minutes;
    }

    RecordingName nameOr(Session session, Instant now) {
        return name == null
                ? RecordingName.byDefault(session.place(), now, session.club().timeZone())
                : name;
    }
}
