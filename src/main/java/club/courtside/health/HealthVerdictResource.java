package club.courtside.health;

import club.courtside.platform.web.AtRoot;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Public, and so short that it gives nothing away. */
@Path(AtRoot.PATH + "/health")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "Health")
public class HealthVerdictResource {

    @Schema(name = "HealthVerdict")
    record Health(Verdict status) {}

    @Inject
    SystemChecks system;

    @GET
    @SecurityRequirements({})
    @Operation(summary = "The verdict alone; needs no sign-in")
    @APIResponse(
            responseCode = "200",
            description = "healthy or degraded",
            content = @Content(schema = @Schema(implementation = Health.class)))
    @APIResponse(
            responseCode = "503",
            description = "unhealthy",
            content = @Content(schema = @Schema(implementation = Health.class)))
    public Response verdict() {
        Verdict verdict = system.report().status();
        return Response.status(verdict == Verdict.UNHEALTHY ? 503 : 200)
                .entity(new Health(verdict))
                .build();
    }
}
