package club.courtside.court;

import java.util.UUID;

/**
 * CDI event: a camera is about to be removed. Fired within the transaction that does it; whoever still needs the camera
 * refuses with a {@link club.courtside.platform.ProblemException}.
 */
public record CameraLeaving(UUID cameraId) {}
