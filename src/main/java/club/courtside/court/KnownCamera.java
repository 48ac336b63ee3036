package club.courtside.court;

import club.courtside.engine.api.FeedSpec;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What the engine and the live updates need to know of a camera, apart from the database. */
record KnownCamera(UUID id, UUID courtId, UUID clubId, FeedSpec spec) {

    /** @param paths under which the relay publishes it */
    private static KnownCamera of(Camera camera, List<String> paths, CameraSecrets secrets) {
        FeedSpec spec = new FeedSpec(
                camera.url(),
                camera.username(),
                secrets.decrypt(camera.encryptedPassword()),
                camera.transport().name().toLowerCase(Locale.ROOT),
                false,
                paths);
        return new KnownCamera(
                camera.id(), camera.court().id(), camera.court().club().id(), spec);
    }

    /** A court's cameras, its main one first. */
    static List<KnownCamera> of(List<Camera> angles, CameraSecrets secrets) {
        Map<UUID, List<String>> paths = RelayPaths.of(angles);
        return angles.stream()
                .map(camera -> of(camera, paths.get(camera.id()), secrets))
                .toList();
    }

    /** The engine has nothing to do with it. */
    boolean recordsItself() {
        return CameraUrl.isStudio(spec.url());
    }

    FeedSpec spec(boolean keepOpen) {
        return new FeedSpec(spec.url(), spec.username(), spec.password(), spec.transport(), keepOpen, spec.paths());
    }
}
