package club.courtside.session;

import club.courtside.account.Caller;
import club.courtside.account.CurrentCaller;
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
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Starting, stopping, extending and watching recordings. */
@Path("video/record")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(ref = "Recordings")
public class RecordResource {

    /** Numbers may come as text: they are read, and refused, in one place. */
    record Start(
            UUID sessionId,

            @Schema(description = "1 to 360; the club's default when absent", example = "90")
            Object durationMinutes,

            String name,
            Boolean autoUpload,

            @Schema(
                    description =
                            "only on a court that OBS Studio records: its own preset; absent for the one that is set there",
                    enumeration = {"stream", "high", "indistinguishable"})
            String quality) {

        StartRequest request() {
            return new StartRequest(
                    durationMinutes == null ? null : RecordMinutes.of("duration_minutes", durationMinutes),
                    name == null || name.isBlank() ? null : new RecordingName(name),
                    autoUpload,
                    RecordingQuality.of(quality));
        }
    }

    record Stop(UUID sessionId) {}

    record Extend(
            UUID sessionId,

            @Schema(description = "1 to 360", example = "30")
            Object minutes) {}

    @Inject
    Recorder recorder;

    @Inject
    SessionOpener opener;

    @Inject
    Recordings recordings;

    @Inject
    LatestFigures figures;

    @Inject
    CurrentCaller current;

    @Inject
    Clock clock;

    @POST
    @Path("start")
    @Operation(
            summary = "Start a recording in an open session",
            description = "All angles of the session are recorded; the answer is the main angle's recording, with"
                    + " those of the further ones in angles.")
    @APIResponse(
            responseCode = "201",
            description = "started",
            content = @Content(schema = @Schema(implementation = RecordingView.class)))
    @APIResponse(
            responseCode = "200",
            description = "this very recording was running already",
            content = @Content(schema = @Schema(implementation = RecordingView.class)))
    @APIResponse(responseCode = "400", description = "duration_minutes, name or quality not acceptable")
    @APIResponse(responseCode = "403", description = "the session belongs to somebody else")
    @APIResponse(responseCode = "404", description = "no such session")
    @APIResponse(responseCode = "409", description = "another recording is running, or the session is closed")
    @APIResponse(responseCode = "422", description = "the main camera cannot be recorded, with the reason")
    @APIResponse(responseCode = "507", description = "the disk is too full")
    public Response start(Start start) {
        Caller caller = current.require();
        Outcome<Take> started = recorder.start(caller, required(start.sessionId()), start.request());
        return Response.status(started.created() ? 201 : 200)
                .entity(view(started.value()))
                .build();
    }

    @POST
    @Path("stop")
    @Operation(
            summary = "Stop the session's recording, with all angles; answers within a second, also when it has ended"
                    + " before")
    @APIResponse(responseCode = "200", description = "the recording, with its finished file")
    @APIResponse(responseCode = "403", description = "the recording belongs to somebody else")
    @APIResponse(responseCode = "404", description = "no such session")
    @APIResponse(responseCode = "409", description = "nothing has been recorded in this session")
    public RecordingView stop(Stop stop) {
        Caller caller = current.require();
        return view(recorder.stop(caller, required(stop.sessionId())));
    }

    @POST
    @Path("extend")
    @Operation(summary = "Let the running recording end later, with all angles")
    @APIResponse(responseCode = "200", description = "the recording with its new end")
    @APIResponse(responseCode = "400", description = "minutes not acceptable")
    @APIResponse(responseCode = "403", description = "the recording belongs to somebody else")
    @APIResponse(responseCode = "404", description = "no such session")
    @APIResponse(responseCode = "409", description = "nothing is being recorded")
    public RecordingView extend(Extend extend) {
        Caller caller = current.require();
        UUID sessionId = required(extend.sessionId());
        return view(recorder.extend(caller, sessionId, RecordMinutes.of("minutes", extend.minutes())));
    }

    @GET
    @Path("status/{session_id}")
    @Operation(
            summary = "The session's recording as it stands: the running one, else the last",
            description = "That of the main angle; those of the further ones stand in angles.")
    @APIResponse(responseCode = "200", description = "the recording")
    @APIResponse(responseCode = "403", description = "the session belongs to somebody else")
    @APIResponse(responseCode = "404", description = "no such session, or nothing recorded in it")
    public RecordingView status(@PathParam("session_id") UUID sessionId) {
        opener.managed(current.require(), sessionId);
        return view(recordings
                .latestTakeIn(sessionId)
                .map(figures::refresh)
                .orElseThrow(() -> ProblemException.notFound("nothing has been recorded in this session")));
    }

    private RecordingView view(Take take) {
        return RecordingView.of(take, clock.instant());
    }

    private static UUID required(UUID sessionId) {
        if (sessionId == null) throw ProblemException.badRequest("session_id", "the session is missing");
        return sessionId;
    }
}
