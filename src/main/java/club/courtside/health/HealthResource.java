package club.courtside.health;

import club.courtside.account.Caller;
import club.courtside.account.CurrentCaller;
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

/** Public: whether Courtside can do its work. */
@Path("")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "Health")
public class HealthResource {

    @Inject
    HealthChecks checks;

    @Inject
    SystemChecks system;

    @Inject
    CurrentCaller current;

    @GET
    @Path("video/health")
    @SecurityRequirements({})
    @Operation(summary = "Recording engine, disk and FFmpeg; needs no sign-in")
    @APIResponse(
            responseCode = "200",
            description = "healthy or degraded",
            content = @Content(schema = @Schema(implementation = VideoHealth.class)))
    @APIResponse(
            responseCode = "503",
            description = "unhealthy: nothing can be recorded",
            content = @Content(schema = @Schema(implementation = VideoHealth.class)))
    public Response video() {
        VideoHealth health = checks.video();
        return answer(health.status(), health);
    }

    /** The operator is told each camera, others how many are in trouble. */
    @GET
    @Path("v1/health")
    @SecurityRequirements({})
    @Operation(summary = "Every check with its state and reason; needs no sign-in, the operator sees each camera")
    @APIResponse(
            responseCode = "200",
            description = "healthy or degraded",
            content = @Content(schema = @Schema(implementation = HealthReport.class)))
    @APIResponse(
            responseCode = "503",
            description = "unhealthy: database, engine or disk",
            content = @Content(schema = @Schema(implementation = HealthReport.class)))
    public Response all() {
        boolean operator = current.get().filter(Caller::isSuperAdmin).isPresent();
        HealthReport report = operator ? system.fullReport() : system.report();
        return Response.status(report.status() == Verdict.UNHEALTHY ? 503 : 200)
                .entity(report)
                .build();
    }

    private static Response answer(String status, Object body) {
        return Response.status(status.equals("unhealthy") ? 503 : 200)
                .entity(body)
                .build();
    }
}
