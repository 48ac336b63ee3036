package club.courtside.court;

import club.courtside.engine.api.FeedSpec;
import java.util.Locale;
import java.util.UUID;

/** What the engine and the live updates need to know of a camera, apart from the database. */
record KnownCamera(UUID id, UUID courtId, UUID clubId, FeedSpec spec) {

    static KnownCamera of(Camera camera, CameraSecrets secrets) {
        FeedSpec spec = new FeedSpec(
                camera.url(),
                camera.username(),
                secrets.decrypt(camera.encryptedPassword()),
                camera.transport().name().toLowerCase(Locale.ROOT),
                false);
        return new KnownCamera(
                camera.id(), camera.court().id(), camera.court().club().id(), spec);
    }

    FeedSpec spec(boolean keepOpen) {
        return new FeedSpec(spec.url(), spec.username(), spec.password(), spec.transport(), keepOpen);
    }
}
