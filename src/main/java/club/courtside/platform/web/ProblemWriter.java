package club.courtside.platform.web;

import club.courtside.platform.Json;
import club.courtside.platform.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Answers a {@link Problem} where there is no JAX-RS: servlets, filters, the sign-in. */
public final class ProblemWriter {

    private ProblemWriter() {}

    public static void write(HttpServletResponse response, Problem problem) {
        try {
            byte[] body = Json.MAPPER.writeValueAsBytes(problem);
            response.setStatus(problem.status());
            response.setContentType(Problem.MEDIA_TYPE);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        } catch (IOException e) {
            throw new UncheckedIOException("the client is gone", e);
        }
    }
}
