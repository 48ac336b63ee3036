package club.courtside.engine.client;

import club.courtside.engine.api.EngineJson;
import club.courtside.engine.api.EngineProblem;
import club.courtside.engine.api.Reason;
import java.io.IOException;

/** The engine's answers as values or exceptions. */
final class Answers {

    private Answers() {}

    static boolean isSuccess(int status) {
        return status >= 200 && status < 300;
    }

    static EngineException problem(int status, byte[] body) {
        Reason reason = null;
        try {
            reason = EngineJson.MAPPER.readValue(body, EngineProblem.class).reason();
        } catch (IOException e) {
            // Not the engine's own answer.
        }
        return new EngineException(
                status, reason != null ? reason : new Reason("internal", "the engine answered with status " + status));
    }

    static <T> T value(byte[] body, Class<T> type) {
        try {
            return EngineJson.MAPPER.readValue(body, type);
        } catch (IOException e) {
            throw new EngineException("the engine's answer is not understood", e);
        }
    }
}
