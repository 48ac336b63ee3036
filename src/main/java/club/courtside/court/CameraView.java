package club.courtside.court;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;

/**
 * A camera in the API. Nobody gets its password back; whether there is one may be known.
 *
 * @param recordFolder of an OBS Studio, as its machine calls it; null where it wants
 * @param mountedFolder what this machine calls the same folder; null alike
 */
record CameraView(
        UUID id,
        UUID courtId,
        String name,
        String url,
        String username,
        @JsonProperty("has_password") boolean passwordKept,
        Transport transport,
        boolean main,
        CameraState state,
        String recordFolder,
        String mountedFolder) {

    static CameraView of(Camera camera, CameraState state) {
        return new CameraView(
                camera.id(),
                camera.court().id(),
                camera.name(),
                camera.url(),
                camera.username(),
                camera.encryptedPassword() != null,
                camera.transport(),
                camera.isMain(),
                state,
                camera.folder().there(),
                camera.folder().here());
    }
}
