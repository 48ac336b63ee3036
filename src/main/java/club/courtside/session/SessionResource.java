package club.courtside.session;

import club.courtside.account.Caller;
import club.courtside.account.CurrentCaller;
import club.courtside.account.Tokens;
import club.courtside.court.RelayedCameras;
import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Opening a court in order to record, and closing it. */
@Path("video/session")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(ref = "Sessions")
public class SessionResource {

    /** Either a court (its id or short name), or the address of a camera. */
    @Schema(name = "SessionWish")
    record Create(
            @Schema(description = "id or short name of a court", example = "terrain-1")
            String terrainId,

            @Schema(description = "the main camera when absent")
            String cameraId,

            @Schema(description = "instead of a court; administrators only", example = "rtsp://192.168.1.20/stream1")
            String cameraUrl,

            @Schema(description = "id or short name of the club that a camera_url is for")
            String clubId) {}

    record Close(UUID sessionId) {}

    record SessionList(List<SessionView> items, int page, int size, int total) {}

    @Inject
    SessionOpener opener;

    @Inject
    Recorder recorder;

    @Inject
    Tokens tokens;

    @Inject
    RelayedCameras relayed;

    @Inject
    CurrentCaller current;

    @POST
    @Path("create")
    @Operation(
            summary = "Open a court, or try out a camera",
            description =
                    "Without camera_id all cameras of the court are opened as angles, the main one first. That one is"
                            + " validated: up to 3 attempts within 10 s; the others are tried by themselves.")
    @APIResponse(
            responseCode = "201",
            description = "opened",
            content = @Content(schema = @Schema(implementation = SessionView.class)))
    @APIResponse(
            responseCode = "200",
            description = "it was open already",
            content = @Content(schema = @Schema(implementation = SessionView.class)))
    @APIResponse(responseCode = "400", description = "wrong field, camera address not acceptable, or too many sessions")
    @APIResponse(responseCode = "404", description = "no such court or camera")
    @APIResponse(
            responseCode = "409",
            description = "somebody else has opened this court, or a session with more angles is open on it")
    @APIResponse(
            responseCode = "422",
            description =
                    "the camera cannot be used; reason is unreachable, refused, unauthorized, not_found, no_video,"
                            + " unsupported_codec or timeout")
    public Response create(Create request) {
        Caller caller = current.require();
        Outcome<Session> opened;
        if (request.terrainId() != null && request.cameraUrl() == null)
            opened = opener.open(caller, request.terrainId(), request.cameraId());
        else if (request.cameraUrl() != null && request.terrainId() == null)
            opened = opener.openTrial(caller, request.cameraUrl(), request.clubId());
        else throw ProblemException.badRequest("terrain_id", "name either a court (terrain_id) or a camera_url");
        return Response.status(opened.created() ? 201 : 200)
                .entity(viewOf(opened.value(), caller))
                .build();
    }

    @POST
    @Path("close")
    @Operation(summary = "Close a session; a running recording ends in good order")
    @APIResponse(
            responseCode = "200",
            description =
                    "the session, closed; still open while its files are being finished, and closed once they are")
    @APIResponse(responseCode = "403", description = "it belongs to somebody else")
    @APIResponse(responseCode = "404", description = "no such session")
    public SessionView close(Close request) {
        if (request.sessionId() == null) throw ProblemException.badRequest("session_id", "the session is missing");
        Caller caller = current.require();
        return SessionView.of(recorder.close(caller, request.sessionId()), caller);
    }

    @GET
    @Path("list")
    @Operation(summary = "The open sessions of one's clubs, newest first")
    @APIResponse(responseCode = "200", description = "the sessions")
    public SessionList list() {
        Caller caller = current.require();
        List<SessionView> open = opener.listOpen(caller).stream()
                .map(session -> SessionView.of(session, caller))
                .toList();
        return new SessionList(open, 1, open.size(), open.size());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One session")
    @APIResponse(responseCode = "200", description = "the session")
    @APIResponse(responseCode = "404", description = "no such session")
    public SessionView get(@PathParam("id") UUID id) {
        Caller caller = current.require();
        return viewOf(opener.visible(caller, id), caller);
    }

    private SessionView viewOf(Session session, Caller caller) {
        Map<UUID, String> rtsp = new HashMap<>();
        for (Angle angle : session.angles())
            relayed.address(angle.camera())
                    .ifPresent(address -> rtsp.put(angle.camera().id(), address));
        return SessionView.of(session, caller).withPreview(rtsp, tokens.issuePreview(caller.id(), session.id()));
    }
}
