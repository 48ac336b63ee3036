package club.courtside.obs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** A setting of the profile that OBS Studio uses. */
record StudioParameter(String category, String name) {

    static final StudioParameter MODE = new StudioParameter("Output", "Mode");
    static final StudioParameter FILE_NAME = new StudioParameter("Output", "FilenameFormatting");
    static final StudioParameter SIMPLE_FOLDER = new StudioParameter("SimpleOutput", "FilePath");
    static final StudioParameter ADVANCED_FOLDER = new StudioParameter("AdvOut", "RecFilePath");
    static final StudioParameter QUALITY = new StudioParameter("SimpleOutput", "RecQuality");
    static final StudioParameter SAMPLE_RATE = new StudioParameter("Audio", "SampleRate");
    static final StudioParameter CHANNELS = new StudioParameter("Audio", "ChannelSetup");

    private static final String ADVANCED = "Advanced";

    /** Whether OBS is in advanced output mode, which has settings of its own. */
    static boolean isAdvanced(StudioLink obs) {
        return ADVANCED.equals(MODE.in(obs));
    }

    /** Null when it has none. */
    String in(StudioLink obs) {
        JsonNode answer = obs.ask("GetProfileParameter", Map.of("parameterCategory", category, "parameterName", name));
        String value = answer.path("parameterValue").asText(null);
        return value == null || value.isEmpty()
                ? answer.path("defaultParameterValue").asText(null)
                : value;
    }

    void set(StudioLink obs, String value) {
        obs.ask(
                "SetProfileParameter",
                Map.of("parameterCategory", category, "parameterName", name, "parameterValue", value));
    }
}
