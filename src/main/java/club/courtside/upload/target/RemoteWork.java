package club.courtside.upload.target;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a target does with a video.
 *
 * @param over whether it is done
 * @param progress 0 to 1
 * @param results what came of it; null when there is nothing to tell
 */
public record RemoteWork(boolean over, double progress, JsonNode results) {

    static RemoteWork done(JsonNode results) {
        return new RemoteWork(true, 1, results);
    }

    static RemoteWork under(double progress) {
        return new RemoteWork(false, Math.max(0, Math.min(1, progress)), null);
    }
}
