package club.courtside.court;

import club.courtside.account.Caller;
import club.courtside.account.CurrentCaller;
import club.courtside.account.Role;
import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tries a camera before it is kept. */
@Path("cameras/test")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(ref = "Courts")
public class CameraTestResource {

    /**
     * @param transport null: TCP
     * @param cameraId a camera that is kept, whose password is used when none is given; null for a new one
     */
    record Trial(String url, String username, String password, Transport transport, String cameraId) {}

    @Inject
    CurrentCaller current;

    @Inject
    CourtAccess access;

    @Inject
    CameraTrials trials;

    /** Administrators; 422 says with {@code reason} why the camera cannot be used. */
    @POST
    @Operation(summary = "Try a camera before it is kept")
    @APIResponse(responseCode = "200", description = "what it sends, with a picture")
    @APIResponse(responseCode = "400", description = "the address is not acceptable")
    @APIResponse(responseCode = "403", description = "for administrators")
    @APIResponse(responseCode = "404", description = "there is no such camera, or it is another club's")
    @APIResponse(responseCode = "422", description = "it cannot be used; reason says why")
    @APIResponse(responseCode = "503", description = "the recording engine is starting")
    public CameraSight test(Trial trial) {
        Caller caller = current.require();
        if (caller.role() == Role.PLAYER) throw ProblemException.forbidden("only administrators may try cameras");
        Camera known = trial.cameraId() == null ? null : access.cameraToRun(caller, trial.cameraId());
        return trials.run(trial.url(), trial.username(), trial.password(), trial.transport(), known);
    }
}
