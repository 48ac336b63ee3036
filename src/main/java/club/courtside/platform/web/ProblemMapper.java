package club.courtside.platform.web;

import club.courtside.platform.Problem;
import club.courtside.platform.ProblemException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Every failure of the API leaves as {@code application/problem+json}; only the unexpected ones are logged. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 400)
            return web.getResponse();
        Problem problem = Problems.of(thrown);
        if (problem.status() >= 500 && problem.status() != 503)
            LOG.log(Level.SEVERE, "a request to the API failed", thrown);
        var answer = Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        if (problem.status() == 401) answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        if (thrown instanceof ProblemException known)
            known.retryAfter().ifPresent(wait -> answer.header(HttpHeaders.RETRY_AFTER, Math.max(1, wait.toSeconds())));
        else if (problem.status() == 503) answer.header(HttpHeaders.RETRY_AFTER, 2);
        if (thrown instanceof WebApplicationException web
                && web.getResponse().getHeaderString(HttpHeaders.ALLOW) != null)
            answer.header(HttpHeaders.ALLOW, web.getResponse().getHeaderString(HttpHeaders.ALLOW));
        return answer.build();
    }
}
