package club.courtside.obs;

import club.courtside.account.Caller;
import club.courtside.account.CurrentCaller;
import club.courtside.court.Camera;
import club.courtside.library.Library;
import club.courtside.library.Origin;
import club.courtside.library.Page;
import club.courtside.library.VideoQuery;
import club.courtside.library.VideoView;
import club.courtside.platform.ProblemException;
import club.courtside.session.Outcome;
import club.courtside.session.RecordMinutes;
import club.courtside.session.Recorder;
import club.courtside.session.RecordingName;
import club.courtside.session.RecordingQuality;
import club.courtside.session.RecordingView;
import club.courtside.session.StartRequest;
import club.courtside.session.Take;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Courts that are recorded by OBS Studio; the names of its requests are those of StreamAI. */
@Path("integrated")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(ref = "OBS Studio")
public class IntegratedResource {

    /** Numbers may come as text: they are read, and refused, in one place. */
    record Start(
            @JsonProperty("sessionName") String sessionName,
            @JsonProperty("autoUpload") Boolean autoUpload,

            @Schema(description = "id or short name; may be absent when it is clear which court is meant")
            String courtId,

            @Schema(description = "1 to 360; the club's default when absent", example = "90")
            Object durationMinutes,

            @Schema(
                    description =
                            "OBS's own preset, which it keeps; absent for the one that is set there. Only in simple output mode.",
                    enumeration = {"stream", "high", "indistinguishable"})
            String quality) {

        StartRequest request() {
            return new StartRequest(
                    durationMinutes == null ? null : RecordMinutes.of("duration_minutes", durationMinutes),
                    sessionName == null || sessionName.isBlank()
                            ? null
                            : new RecordingName(RecordingName.checked("sessionName", sessionName)),
                    autoUpload,
                    RecordingQuality.of(quality));
        }
    }

    record Stop(String courtId) {}

    record Show(String courtId, String scene) {}

    /**
     * @param connected whether at least one OBS Studio is
     * @param recording whether at least one records
     */
    record Status(boolean connected, boolean recording, List<StudioView> recorders) {}

    /** @param recording whether one's own recording runs; they stand in {@code recordings} */
    record RecordingStatus(boolean recording, List<RecordingView> recordings) {}

    @Inject
    ObsCourts courts;

    @Inject
    Recorder recorder;

    @Inject
    Library library;

    @Inject
    CurrentCaller current;

    @Inject
    Clock clock;

    @GET
    @Path("status")
    @Operation(summary = "Every OBS Studio one may know of: connection, scene, statistics")
    @APIResponse(responseCode = "200", description = "as they stand now")
    public Status status() {
        List<StudioView> all =
                courts.all(current.require()).stream().map(courts::view).toList();
        return new Status(
                all.stream().anyMatch(StudioView::connected), all.stream().anyMatch(StudioView::recording), all);
    }

    @GET
    @Path("recording/status")
    @Operation(summary = "One's own recordings that OBS Studio makes now, with live length and size")
    @APIResponse(responseCode = "200", description = "as they stand now")
    public RecordingStatus recordingStatus() {
        List<RecordingView> running =
                courts.running(current.require()).stream().map(this::view).toList();
        return new RecordingStatus(!running.isEmpty(), running);
    }

    @POST
    @Path("recording/start")
    @Operation(summary = "Open a court that OBS Studio records, and start")
    @APIResponse(
            responseCode = "201",
            description = "started",
            content = @Content(schema = @Schema(implementation = RecordingView.class)))
    @APIResponse(
            responseCode = "200",
            description = "this very recording was running already",
            content = @Content(schema = @Schema(implementation = RecordingView.class)))
    @APIResponse(
            responseCode = "400",
            description = "a field is not acceptable, or it is not clear which court is meant")
    @APIResponse(responseCode = "404", description = "no such court, or none that OBS Studio records")
    @APIResponse(responseCode = "409", description = "another recording is running there")
    @APIResponse(responseCode = "422", description = "OBS Studio cannot record now, with the reason")
    @APIResponse(responseCode = "507", description = "the disk is too full")
    public Response start(Start start) {
        Caller caller = current.require();
        Camera camera = courts.one(caller, start.courtId());
        Outcome<Take> started =
                recorder.startOnCourt(caller, camera.court().id().toString(), start.request());
        return Response.status(started.created() ? 201 : 200)
                .entity(view(started.value()))
                .build();
    }

    @POST
    @Path("recording/stop")
    @Operation(summary = "Stop what OBS Studio records; its file comes into the library soon after")
    @APIResponse(responseCode = "200", description = "the recording")
    @APIResponse(responseCode = "400", description = "it is not clear which court is meant")
    @APIResponse(responseCode = "403", description = "the recording belongs to somebody else")
    @APIResponse(responseCode = "404", description = "no such court, or none that OBS Studio records")
    @APIResponse(responseCode = "409", description = "nothing is being recorded there")
    public RecordingView stop(Stop stop) {
        Caller caller = current.require();
        Camera camera = courts.one(caller, stop.courtId());
        return view(recorder.stopOnCourt(caller, camera.court().id()));
    }

    @POST
    @Path("scene")
    @Operation(summary = "Show another scene in OBS Studio; for administrators of the club")
    @APIResponse(responseCode = "200", description = "it is shown")
    @APIResponse(responseCode = "400", description = "there is no such scene, or it is not clear which court is meant")
    @APIResponse(responseCode = "403", description = "for administrators of the club")
    @APIResponse(responseCode = "404", description = "no such court, or none that OBS Studio records")
    @APIResponse(responseCode = "422", description = "OBS Studio does not answer, with the reason")
    public StudioView show(Show show) {
        Caller caller = current.require();
        courts.show(caller, show.courtId(), show.scene());
        return courts.view(courts.one(caller, show.courtId()));
    }

    @GET
    @Path("recordings")
    @Operation(summary = "The newest videos that OBS Studio recorded and one may watch")
    @APIResponse(responseCode = "200", description = "the newest first")
    @APIResponse(responseCode = "400", description = "limit out of range")
    public Page<VideoView> recordings(
            @QueryParam("limit") @DefaultValue("10") @Parameter(description = "1 to 200") int limit) {
        if (limit < 1 || limit > 200) throw ProblemException.badRequest("limit", "1 to 200 recordings can be listed");
        return library.list(current.require(), new VideoQuery(null, null, Origin.OBS, null, null, null), 1, limit);
    }

    private RecordingView view(Take take) {
        return RecordingView.of(take, clock.instant());
    }
}
