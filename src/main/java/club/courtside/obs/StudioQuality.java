package club.courtside.obs;

import club.courtside.engine.client.EngineException;
import club.courtside.obs.websocket.ObsRefusal;
import club.courtside.session.RecordingQuality;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * OBS's quality preset. OBS reads it when it loads a profile, not when a recording begins, and obs-websocket has no call
 * that loads one again: so another profile is made, and left again at once. Belongs to the studio's thread.
 */
final class StudioQuality {

    private static final Logger LOG = Logger.getLogger(StudioQuality.class.getName());
    private static final String ASIDE = " (Courtside, for a moment)";

    private final StudioLink obs;

    StudioQuality(StudioLink obs) {
        this.obs = obs;
    }

    /** What can be chosen: nothing in advanced output mode, whose settings no call reaches. */
    Set<RecordingQuality> offered() {
        return StudioParameter.isAdvanced(obs) ? Set.of() : EnumSet.allOf(RecordingQuality.class);
    }

    /**
     * @param wanted null leaves it as it is
     * @throws EngineException when OBS cannot change it, or not now
     */
    void shallBe(RecordingQuality wanted) {
        if (wanted == null) return;
        if (StudioParameter.isAdvanced(obs)) throw StudioReasons.refusal(StudioReasons.QUALITY);
        if (name(wanted).equals(StudioParameter.QUALITY.in(obs))) return;
        if (isBusy()) throw StudioReasons.refusal(StudioReasons.QUALITY_NOW);
        StudioParameter.QUALITY.set(obs, name(wanted));
        loadAgain();
    }

    /** As OBS's settings file calls it. */
    private static String name(RecordingQuality quality) {
        return switch (quality) {
            case STREAM -> "Stream";
            case HIGH -> "Small";
            case INDISTINGUISHABLE -> "HQ";
        };
    }

    /** Then OBS leaves its profile only after a question in its window, which nobody may be there to answer. */
    private boolean isBusy() {
        return obs.ask("GetStreamStatus").path("outputActive").asBoolean() || isCamera();
    }

    private boolean isCamera() {
        try {
            return obs.ask("GetVirtualCamStatus").path("outputActive").asBoolean();
        } catch (ObsRefusal hasNone) {
            return false;
        }
    }

    private void loadAgain() {
        String profile = profiles().path("currentProfileName").asText();
        String rate = StudioParameter.SAMPLE_RATE.in(obs);
        String channels = StudioParameter.CHANNELS.in(obs);
        obs.ask("CreateProfile", Map.of("profileName", profile + ASIDE));
        // With other sound OBS would ask for a restart on the way back.
        if (rate != null) StudioParameter.SAMPLE_RATE.set(obs, rate);
        if (channels != null) StudioParameter.CHANNELS.set(obs, channels);
        tidy();
    }

    /** Back from the other profile; also when we were ended there. */
    void tidy() {
        JsonNode known = profiles();
        String now = known.path("currentProfileName").asText();
        if (now.endsWith(ASIDE))
            obs.ask("SetCurrentProfile", Map.of("profileName", now.substring(0, now.length() - ASIDE.length())));
        for (JsonNode profile : known.path("profiles")) if (profile.asText().endsWith(ASIDE)) remove(profile.asText());
    }

    private void remove(String profile) {
        try {
            obs.ask("RemoveProfile", Map.of("profileName", profile));
        } catch (ObsRefusal gone) {
            LOG.log(Level.FINE, "profile {0} stays: {1}", new Object[] {profile, gone.getMessage()});
        }
    }

    private JsonNode profiles() {
        return obs.ask("GetProfileList");
    }
}
