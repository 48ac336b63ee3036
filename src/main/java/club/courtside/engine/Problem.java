package club.courtside.engine;

import club.courtside.engine.api.Reason;
import club.courtside.media.CameraLost;
import java.util.Locale;

/** A call that cannot be answered with success; becomes its answer. */
final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final int status;
    private final transient Reason reason;

    private Problem(int status, String code, String message) {
        super(message);
        this.status = status;
        this.reason = new Reason(code, message);
    }

    static Problem badRequest(String message) {
        return new Problem(400, "bad_request", message);
    }

    static Problem badAddress(String message) {
        return new Problem(400, "bad_address", message);
    }

    static Problem unauthorized() {
        return new Problem(401, "unauthorized", "the engine's secret is missing or wrong");
    }

    static Problem unknown(String what) {
        return new Problem(404, "not_found", what + " is not known here");
    }

    static Problem conflict(String message) {
        return new Problem(409, "conflict", message);
    }

    static Problem unusable(CameraLost why) {
        CameraLost.Reason reason = why.reason() == CameraLost.Reason.STOPPED ? CameraLost.Reason.CLOSED : why.reason();
        return new Problem(422, reason.name().toLowerCase(Locale.ROOT), why.getMessage());
    }

    static Problem unusable(Reason reason) {
        return new Problem(422, reason.code(), reason.message());
    }

    static Problem busy(String message) {
        return new Problem(503, "busy", message);
    }

    static Problem shuttingDown() {
        return new Problem(503, "engine_restarted", "the engine is shutting down");
    }

    int status() {
        return status;
    }

    Reason reason() {
        return reason;
    }
}
