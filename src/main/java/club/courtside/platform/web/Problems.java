package club.courtside.platform.web;

import club.courtside.engine.client.EngineException;
import club.courtside.platform.DatabaseAway;
import club.courtside.platform.Problem;
import club.courtside.platform.ProblemException;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import java.util.Map;

/** Which {@link Problem} an exception is to the outside; nothing of the inside is told. */
final class Problems {

    private static final Map<Integer, String> DETAILS = Map.of(
            404, "there is nothing at this address",
            405, "this address does not know that method",
            406, "this address answers application/json",
            415, "send the request as application/json");

    private Problems() {}

    static Problem of(Throwable thrown) {
        if (DatabaseAway.isReasonOf(thrown)) return DatabaseAway.problem().problem();
        if (thrown instanceof ProblemException known) return known.problem();
        if (thrown instanceof EngineException engine) return ofEngine(engine);
        if (thrown instanceof ConstraintViolationException invalid) return ofViolation(invalid);
        if (thrown instanceof WebApplicationException web) return ofStatus(web);
        if (thrown instanceof JsonProcessingException) return Problem.of(400, "the request is not valid JSON");
        if (thrown.getCause() != null && thrown.getCause() != thrown) return of(thrown.getCause());
        return Problem.of(500, "something went wrong inside Courtside; its log says what");
    }

    private static Problem ofEngine(EngineException engine) {
        if (engine.isUnavailable()) return Problem.of(503, "the recording engine is starting; try again in a moment");
        int status = engine.status() == 404 || engine.status() == 409 || engine.status() == 422 ? engine.status() : 500;
        return new Problem(
                null,
                null,
                status,
                engine.reason().message(),
                null,
                engine.reason().code());
    }

    private static Problem ofViolation(ConstraintViolationException invalid) {
        ConstraintViolation<?> first =
                invalid.getConstraintViolations().stream().findFirst().orElse(null);
        if (first == null) return Problem.of(400, "the request is not valid");
        String field = null;
        for (Path.Node node : first.getPropertyPath()) field = node.getName();
        return new Problem(null, null, 400, first.getMessage(), field, null);
    }

    private static Problem ofStatus(WebApplicationException web) {
        int status = web.getResponse().getStatus();
        return Problem.of(status, DETAILS.getOrDefault(status, web.getMessage()));
    }
}
