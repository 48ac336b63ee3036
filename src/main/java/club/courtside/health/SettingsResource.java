package club.courtside.health;

import club.courtside.account.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The settings of this installation, for its operator. */
@Path("settings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(ref = "Health")
public class SettingsResource {

    @Schema(name = "SettingList")
    record All(List<SettingView> items) {}

    @Inject
    CurrentCaller current;

    @Inject
    SettingsDesk desk;

    @GET
    @Operation(
            summary =
                    "All settings, where each comes from and whether it can be changed here; secrets without their value")
    @APIResponse(responseCode = "200", description = "all of them")
    @APIResponse(responseCode = "403", description = "for the operator of all clubs")
    public All all() {
        return new All(desk.all(current.require()));
    }

    /** Null goes back to the default. All or none. */
    @PUT
    @Operation(summary = "Change settings: an object of names and values; null goes back to the default")
    @APIResponse(responseCode = "200", description = "all settings")
    @APIResponse(
            responseCode = "400",
            description = "a value is not acceptable, or cannot be changed here; field names the setting")
    @APIResponse(responseCode = "403", description = "for the operator of all clubs")
    @APIResponse(responseCode = "409", description = "it is set where Courtside is started, which counts more")
    public All change(Map<String, String> wishes) {
        return new All(desk.change(current.require(), wishes == null ? Map.of() : wishes));
    }
}
