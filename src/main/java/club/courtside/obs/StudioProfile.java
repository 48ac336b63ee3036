package club.courtside.obs;

import club.courtside.obs.websocket.ObsRefusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Name and folder of the next recording, as settings of OBS's profile. OBS reads them when a recording begins; then the
 * name that stood there before is put back, so that people find OBS as they left it.
 */
final class StudioProfile {

    private static final Logger LOG = Logger.getLogger(StudioProfile.class.getName());

    private final StudioLink obs;
    private String nameBefore;

    StudioProfile(StudioLink obs) {
        this.obs = obs;
    }

    /** @param folder as OBS calls it; null leaves the one it has */
    void prepare(String fileName, String folder) {
        if (nameBefore == null) nameBefore = StudioParameter.FILE_NAME.in(obs);
        StudioParameter.FILE_NAME.set(obs, fileName);
        if (folder == null || folder.equals(folder())) return;
        try {
            obs.ask("SetRecordDirectory", Map.of("recordDirectory", folder));
        } catch (ObsRefusal older) {
            folderParameter().set(obs, folder);
        }
    }

    /** Where it records. */
    String folder() {
        return obs.ask("GetRecordDirectory").path("recordDirectory").asText(null);
    }

    /** What it writes now; empty when OBS does not say so. */
    Optional<String> fileBeingWritten() {
        for (String output : List.of("simple_file_output", "adv_file_output")) {
            try {
                String path = obs.ask("GetOutputSettings", Map.of("outputName", output))
                        .path("outputSettings")
                        .path("path")
                        .asText("");
                if (!path.isEmpty()) return Optional.of(path);
            } catch (ObsRefusal otherMode) {
                LOG.log(Level.FINE, "no output {0}: {1}", new Object[] {output, otherMode.getMessage()});
            }
        }
        return Optional.empty();
    }

    private StudioParameter folderParameter() {
        return StudioParameter.isAdvanced(obs) ? StudioParameter.ADVANCED_FOLDER : StudioParameter.SIMPLE_FOLDER;
    }

    /** The name only: a folder that an administrator has set is where the next one goes too. */
    void restore() {
        String name = nameBefore;
        nameBefore = null;
        if (name != null) StudioParameter.FILE_NAME.set(obs, name);
    }
}
