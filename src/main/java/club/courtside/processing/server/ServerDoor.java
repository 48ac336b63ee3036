package club.courtside.processing.server;

import club.courtside.library.arrival.WholeUploadLimits;
import club.courtside.platform.web.AtRoot;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;

/** Whoever has not the key learns nothing else; and what is refused anyway is not read first. */
@Provider
@PreMatching
public class ServerDoor implements ContainerRequestFilter {

    private static final Pattern OURS =
            Pattern.compile("/?" + AtRoot.PATH + "/(by-tus/)?(upload|status|results)(/.*)?");
    private static final Pattern FORM = Pattern.compile("/?" + AtRoot.PATH + "/upload");

    @Inject
    ProcessingKey key;

    @Inject
    WholeUploadLimits limits;

    @Override
    public void filter(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        if (!OURS.matcher(path).matches()) return;
        key.check(request.getHeaderString(HttpHeaders.AUTHORIZATION));
        if (request.getMethod().equals("POST") && FORM.matcher(path).matches()) limits.check(request);
    }
}
