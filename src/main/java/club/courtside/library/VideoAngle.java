package club.courtside.library;

import java.util.UUID;

/**
 * Another video of the same match, from another angle.
 *
 * @param angle 1 is the main one
 * @param name what the camera was called
 * @param secondsAhead how much earlier than this one it began: what happens here at 10 s happens there at 10 s and that
 */
public record VideoAngle(UUID videoId, int angle, String name, double secondsAhead) {

    static VideoAngle of(Video there, Video here) {
        double ahead = (here.startedAt().toEpochMilli() - there.startedAt().toEpochMilli()) / 1000.0;
        return new VideoAngle(there.id(), there.angle(), there.angleName(), ahead);
    }
}
