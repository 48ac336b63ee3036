package club.courtside.obs;

import club.courtside.obs.websocket.ObsRefusal;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/**
 * Name and folder of the next recording, as settings of OBS's profile. OBS reads them when a recording begins; then what
 * stood there before is put back, so that people find OBS as they left it.
 */
final class StudioProfile {

    private record Parameter(String category, String name) {}

    private static final Parameter FILE_NAME = new Parameter("Output", "FilenameFormatting");
    private static final Parameter MODE = new Parameter("Output", "Mode");
    private static final Parameter SIMPLE_FOLDER = new Parameter("SimpleOutput", "FilePath");
    private static final Parameter ADVANCED_FOLDER = new Parameter("AdvOut", "RecFilePath");

    private final StudioLink obs;
    private final Map<Parameter, String> before = new HashMap<>();

    StudioProfile(StudioLink obs) {
        this.obs = obs;
    }

    /** @param folder as OBS calls it; null leaves the one it has */
    void prepare(String fileName, String folder) {
        set(FILE_NAME, fileName);
        if (folder == null || folder.equals(folder())) return;
        try {
            obs.ask("SetRecordDirectory", Map.of("recordDirectory", folder));
        } catch (ObsRefusal older) {
            set(folderParameter(), folder);
        }
    }

    /** Where it records. */
    String folder() {
        return obs.ask("GetRecordDirectory").path("recordDirectory").asText(null);
    }

    private Parameter folderParameter() {
        return "Advanced".equals(get(MODE)) ? ADVANCED_FOLDER : SIMPLE_FOLDER;
    }

    /** The name only: a folder that an administrator has set is where the next one goes too. */
    void restore() {
        String name = before.remove(FILE_NAME);
        if (name != null) put(FILE_NAME, name);
    }

    private void set(Parameter parameter, String value) {
        String now = get(parameter);
        if (now != null) before.putIfAbsent(parameter, now);
        put(parameter, value);
    }

    private String get(Parameter parameter) {
        JsonNode answer = obs.ask(
                "GetProfileParameter",
                Map.of("parameterCategory", parameter.category(), "parameterName", parameter.name()));
        String value = answer.path("parameterValue").asText(null);
        return value == null || value.isEmpty()
                ? answer.path("defaultParameterValue").asText(null)
                : value;
    }

    private void put(Parameter parameter, String value) {
        obs.ask(
                "SetProfileParameter",
                Map.of(
                        "parameterCategory",
                        parameter.category(),
                        "parameterName",
                        parameter.name(),
                        "parameterValue",
                        value));
    }
}
