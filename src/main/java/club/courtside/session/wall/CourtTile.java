package club.courtside.session.wall;

import club.courtside.session.RecordingQuality;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * One court as one person sees it on the wall.
 *
 * @param number where it stands on the wall, from 1
 * @param angles the main one first; never empty
 * @param sessionId the open session, null when there is none
 * @param recording the main angle's; null when nothing is being recorded, or whoever looks may not know what is
 * @param mayRecord may start a recording now
 * @param mayStop may stop and extend the running one
 * @param mayWatch may see the picture
 * @param defaultMinutes how long the club records when nobody says otherwise
 * @param qualities that a start can ask for; empty where there is no choice
 * @param sentAfterwards whether a match goes elsewhere where nobody says otherwise; null when there is nowhere to send it
 * @param angleNames of the cameras that a start would record, the main one first
 */
public record CourtTile(
        UUID id,
        String name,
        String slug,
        int number,
        UUID clubId,
        String clubName,
        ZoneId clubZone,
        List<AngleTile> angles,
        UUID sessionId,
        RecordingFigures recording,
        boolean mayRecord,
        boolean mayStop,
        boolean mayWatch,
        int defaultMinutes,
        List<RecordingQuality> qualities,
        Boolean sentAfterwards,
        List<String> angleNames) {}
