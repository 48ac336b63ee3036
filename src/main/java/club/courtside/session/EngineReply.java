package club.courtside.session;

import club.courtside.engine.api.Reason;
import club.courtside.engine.api.RecordingStatus;
import club.courtside.engine.client.EngineException;

/**
 * What the engine answered to an order.
 *
 * @param status null when it did not take the order
 * @param refusal null when it did
 */
record EngineReply(Recording recording, RecordingStatus status, EngineException refusal) {

    boolean isTaken() {
        return status != null;
    }

    /** For good: it would say no again. An engine that does not answer may still be told later. */
    boolean isRefused() {
        return refusal != null && !refusal.isUnavailable();
    }

    /** Of the refusal. */
    Reason reason() {
        return refusal.reason();
    }
}
