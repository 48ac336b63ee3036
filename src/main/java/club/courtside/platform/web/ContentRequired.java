package club.courtside.platform.web;

import club.courtside.platform.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Set;

/** A call that takes values is refused without them: JAX-RS would hand it null instead. */
@Provider
public class ContentRequired implements ContainerRequestFilter {

    private static final Set<String> CHANGES = Set.of("POST", "PUT", "PATCH");

    @Context
    ResourceInfo called;

    /** @throws ProblemException 400 */
    @Override
    public void filter(ContainerRequestContext request) {
        if (!CHANGES.contains(request.getMethod())) return;
        boolean takesValues =
                Arrays.stream(called.getResourceMethod().getParameters()).anyMatch(ContentRequired::isContent);
        if (takesValues && !request.hasEntity()) throw ProblemException.badRequest(null, "the request has no content");
    }

    private static boolean isContent(Parameter parameter) {
        return parameter.getAnnotations().length == 0 && parameter.getType() != InputStream.class;
    }
}
