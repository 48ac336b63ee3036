package club.courtside.media.relay;

/** A request that is not answered with success; becomes its answer. The message is for people. */
final class RtspProblem extends Exception {

    private static final long serialVersionUID = 1L;
    private final RtspStatus status;

    RtspProblem(RtspStatus status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    RtspStatus status() {
        return status;
    }
}
