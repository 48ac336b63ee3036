package club.courtside.library.arrival;

import club.courtside.platform.web.AtRoot;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import java.util.regex.Pattern;

/** Where a client can only send POST, a header says what it means; tus asks for that. */
@Provider
@PreMatching
public class TusMethod implements ContainerRequestFilter {

    private static final Set<String> MEANT = Set.of("PATCH", "DELETE");
    private static final Pattern UPLOAD = Pattern.compile("/?(uploads|" + AtRoot.PATH + "/by-tus/upload)/[^/]+");

    @Override
    public void filter(ContainerRequestContext request) {
        String meant = request.getHeaderString("X-HTTP-Method-Override");
        boolean upload = UPLOAD.matcher(request.getUriInfo().getPath()).matches();
        if (upload && request.getMethod().equals("POST") && meant != null && MEANT.contains(meant))
            request.setMethod(meant);
    }
}
