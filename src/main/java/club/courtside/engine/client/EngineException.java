package club.courtside.engine.client;

import club.courtside.engine.api.Reason;

/** The engine refused, or could not be reached. */
public final class EngineException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final int status;
    private final transient Reason reason;

    public EngineException(int status, Reason reason) {
        super(reason.message());
        this.status = status;
        this.reason = reason;
    }

    public EngineException(String message, Throwable cause) {
        super(message, cause);
        this.status = 0;
        this.reason = new Reason("internal", message);
    }

    /** No engine answers: it is being (re)started. */
    public boolean isUnavailable() {
        return status == 0 || status == 503;
    }

    /** HTTP status of the engine's answer, 0 when there was none. */
    public int status() {
        return status;
    }

    public Reason reason() {
        return reason;
    }
}
