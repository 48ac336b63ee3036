package club.courtside.session;

import club.courtside.account.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Closing what nobody uses. */
@Path("video/cleanup")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "Sessions")
public class CleanupResource {

    record Cleaned(int closed) {}

    @Inject
    SessionSweep sweep;

    @Inject
    CurrentCaller current;

    @POST
    @Operation(summary = "Close all sessions without viewer or recording; for administrators")
    @APIResponse(responseCode = "200", description = "how many were closed")
    @APIResponse(responseCode = "403", description = "for players")
    public Cleaned cleanup() {
        return new Cleaned(sweep.closeUnused(current.require()));
    }
}
