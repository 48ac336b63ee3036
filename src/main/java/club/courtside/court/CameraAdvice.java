package club.courtside.court;

/** What to do about a camera that cannot be used, by the engine's reason; to be put behind the sentence that says why. */
public final class CameraAdvice {

    private CameraAdvice() {}

    public static String after(String reason) {
        return switch (reason) {
            case "unauthorized" -> ". Correct its user name and password.";
            case "not_found", "bad_address" -> ". Correct its address.";
            case "no_video" -> ". Choose another stream of the camera in its address.";
            case "unsupported_codec" -> ". Set the camera to H.264.";
            case "internal" -> ". Look into logs/engine.log.";
            default -> ". Check that it has power and is on the network, and that its address is right.";
        };
    }
}
