package club.courtside.health;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Public: whether Courtside can do its work. */
@Path("")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "Health")
public class HealthResource {

    record Health(String status) {}

    @Inject
    HealthChecks checks;

    @GET
    @Path("video/health")
    @Operation(summary = "Recording engine, disk and FFmpeg; needs no sign-in")
    @APIResponse(responseCode = "200", description = "healthy or degraded")
    @APIResponse(responseCode = "503", description = "unhealthy: nothing can be recorded")
    public Response video() {
        VideoHealth health = checks.video();
        return answer(health.status(), health);
    }

    @GET
    @Path("health")
    @Operation(summary = "The verdict alone; needs no sign-in")
    @APIResponse(responseCode = "200", description = "healthy or degraded")
    @APIResponse(responseCode = "503", description = "unhealthy")
    public Response health() {
        String status = checks.video().status();
        return answer(status, new Health(status));
    }

    private static Response answer(String status, Object body) {
        return Response.status(status.equals("unhealthy") ? 503 : 200)
                .entity(body)
                .build();
    }
}
