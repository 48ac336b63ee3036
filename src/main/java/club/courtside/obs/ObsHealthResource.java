package club.courtside.obs;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether Courtside answers, and whether its OBS Studios do; public, so it says no more. */
@Path("health")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "OBS Studio")
public class ObsHealthResource {

    /**
     * @param status {@code healthy}, or {@code degraded} when an OBS Studio that records a court is not connected
     * @param obs {@code connected}, {@code disconnected}, or {@code none} when no court is recorded by one
     */
    record Health(String status, String obs, Instant timestamp) {}

    @Inject
    Studios studios;

    @Inject
    Clock clock;

    @GET
    @SecurityRequirements
    @Operation(summary = "Whether Courtside answers, and its OBS Studios do; public")
    @APIResponse(responseCode = "200", description = "it answers")
    public Health health() {
        var states = studios.states();
        boolean all = states.stream().allMatch(StudioState::isConnected);
        String obs = states.isEmpty() ? "none" : all ? "connected" : "disconnected";
        return new Health(all ? "healthy" : "degraded", obs, clock.instant());
    }
}
