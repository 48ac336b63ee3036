package club.courtside.court;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;

/** A camera in the API. Nobody gets its password back; whether there is one may be known. */
record CameraView(
        UUID id,
        UUID courtId,
        String name,
        String url,
        String username,
        @JsonProperty("has_password") boolean passwordKept,
        Transport transport,
        boolean main,
        CameraState state) {

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
                state);
    }
}
