package club.courtside.library.arrival;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** The version of tus in every answer, also in refusals; 412 names the one that would have been right. */
@Provider
@Tus
public class TusAnswers implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle(Tus.RESUMABLE, Tus.VERSION);
        if (response.getStatus() == 412) response.getHeaders().putSingle("Tus-Version", Tus.VERSION);
    }
}
