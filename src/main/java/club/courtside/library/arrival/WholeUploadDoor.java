package club.courtside.library.arrival;

import club.courtside.account.CurrentCaller;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** What is refused anyway is not read first: the server keeps the parts of a form on its disk before anybody sees them. */
@Provider
@WholeUpload
public class WholeUploadDoor implements ContainerRequestFilter {

    @Inject
    CurrentCaller current;

    @Inject
    WholeUploadLimits limits;

    @Override
    public void filter(ContainerRequestContext request) {
        Intake.refusePlayers(current.require());
        limits.check(request);
    }
}
