package club.courtside.platform.web;

import club.courtside.platform.ProblemException;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;

/** What is {@link AtRoot} is nowhere else. */
@Provider
@PreMatching
public class AtRootOnly implements ContainerRequestFilter {

    private static final Pattern INSIDE = Pattern.compile("/?" + AtRoot.PATH + "(/.*)?");

    @Context
    HttpServletRequest request;

    /** @throws ProblemException 404 */
    @Override
    public void filter(ContainerRequestContext call) {
        boolean inside = INSIDE.matcher(call.getUriInfo().getPath()).matches();
        if (inside && request.getDispatcherType() != DispatcherType.FORWARD)
            throw ProblemException.notFound("there is nothing at this address");
    }
}
