package club.courtside.upload;

import club.courtside.account.Caller;
import club.courtside.account.CurrentCaller;
import club.courtside.court.SubtitleModel;
import club.courtside.platform.Listing;
import club.courtside.platform.ProblemException;
import club.courtside.platform.queue.Priority;
import club.courtside.upload.target.TargetKind;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Videos on their way to a target; the names of its requests are those of StreamAI. */
@Path("")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(ref = "Uploads")
public class VultrResource {

    /** That a video shall be sent away. */
    @Schema(name = "UploadWish")
    record Wish(
            @Schema(description = "this or video_id") String recordingId,
            String videoId,

            @Schema(description = "whether a processing server shall process it; true when absent")
            Boolean autoProcess,

            @Schema(
                    description = "of the subtitles; the club's when absent",
                    enumeration = {"base", "small", "medium", "large"})
            String model,

            @Schema(
                    description = "normal when absent",
                    enumeration = {"low", "normal", "high"})
            String priority,

            @Schema(
                    description = "the first that is set up when absent",
                    enumeration = {"processing_server", "bucket", "bunny_storage", "bunny_stream"})
            String target) {

        String video() {
            if (videoId != null && recordingId != null && !videoId.equals(recordingId))
                throw ProblemException.badRequest("video_id", "recording_id and video_id name different videos");
            String id = videoId == null ? recordingId : videoId;
            if (id == null) throw ProblemException.badRequest("video_id", "say which video is to be uploaded");
            return id;
        }

        SubtitleModel subtitles() {
            if (model == null) return null;
            return Arrays.stream(SubtitleModel.values())
                    .filter(known -> known.code().equals(model))
                    .findFirst()
                    .orElseThrow(
                            () -> ProblemException.badRequest("model", "the model is base, small, medium or large"));
        }
    }

    /** @param results what the target said at the end, whatever that is; null before, or when it said nothing */
    @Schema(name = "UploadStatus")
    record Status(@JsonProperty("upload") UploadView upload, JsonNode results) {}

    /** @param success whether all of them can be reached and take our keys; false when there is none */
    @Schema(name = "TargetTest")
    record Test(boolean success, List<TargetHealth.View> targets) {}

    @Inject
    UploadDesk desk;

    @Inject
    UploadSituation situation;

    @Inject
    UploadRequests requests;

    @Inject
    CurrentCaller current;

    @POST
    @Path("vultr/upload")
    @Operation(summary = "Send a video to a target, whatever its club's policy is")
    @APIResponse(
            responseCode = "202",
            description = "it is on its way; what was on its way there already is answered as it stands",
            content = @Content(schema = @Schema(implementation = UploadBegun.class)))
    @APIResponse(responseCode = "400", description = "a field is not acceptable")
    @APIResponse(responseCode = "403", description = "for administrators of the club")
    @APIResponse(responseCode = "404", description = "no such video")
    @APIResponse(responseCode = "409", description = "its file is not whole, or there is no such target")
    public Response upload(Wish wish) {
        Caller caller = current.require();
        if (wish == null) throw ProblemException.badRequest("video_id", "say which video is to be uploaded");
        TargetKind target = wish.target() == null ? null : TargetKind.of(wish.target());
        Priority priority = wish.priority() == null ? Priority.NORMAL : Priority.of(wish.priority());
        boolean process = wish.autoProcess() == null || wish.autoProcess();
        return Response.accepted(UploadBegun.of(
                        requests.send(caller, wish.video(), target, wish.subtitles(), priority, process)))
                .build();
    }

    @GET
    @Path("vultr/upload/status/{task_id}")
    @Operation(summary = "How an upload goes")
    @APIResponse(responseCode = "200", description = "the upload, and what the target said at its end")
    @APIResponse(responseCode = "404", description = "no such upload")
    public Status uploadStatus(@PathParam("task_id") UUID id) {
        Caller caller = current.require();
        return new Status(desk.view(caller, id), desk.results(caller, id));
    }

    @GET
    @Path("vultr/uploads")
    @Operation(summary = "Uploads: those under way first, then the newest")
    @APIResponse(responseCode = "200", description = "players see those of their own videos")
    @APIResponse(responseCode = "400", description = "limit or page out of range")
    public Listing<UploadView> uploads(
            @QueryParam("limit") @DefaultValue("10") @Parameter(description = "1 to 200") int limit,
            @QueryParam("page") @DefaultValue("1") @Parameter(description = "from 1") int page) {
        Caller caller = current.require();
        if (limit < 1 || limit > 200) throw ProblemException.badRequest("limit", "1 to 200 uploads can be listed");
        int first = Listing.first(page, limit);
        return new Listing<>(desk.search(caller, Set.of(), first, limit), page, limit, desk.count(caller, Set.of()));
    }

    @POST
    @Path("vultr/uploads/{task_id}/retry")
    @Operation(summary = "Try an upload again; one that waits for its next attempt gets it now")
    @APIResponse(responseCode = "200", description = "the upload")
    @APIResponse(responseCode = "403", description = "for administrators of the club")
    @APIResponse(responseCode = "404", description = "no such upload")
    @APIResponse(responseCode = "409", description = "it is queued, running or done")
    public UploadView retryUpload(@PathParam("task_id") UUID id) {
        return desk.retry(current.require(), id);
    }

    @POST
    @Path("vultr/uploads/{task_id}/cancel")
    @Operation(summary = "Cancel an upload; what is half sent is thrown away, where the target can do that")
    @APIResponse(responseCode = "200", description = "the upload")
    @APIResponse(responseCode = "403", description = "for administrators of the club")
    @APIResponse(responseCode = "404", description = "no such upload")
    @APIResponse(responseCode = "409", description = "it is over")
    public UploadView cancelUpload(@PathParam("task_id") UUID id) {
        return desk.cancel(current.require(), id);
    }

    @GET
    @Path("vultr/test")
    @Operation(summary = "Look now whether the targets can be reached and take our keys")
    @APIResponse(responseCode = "200", description = "each target that is set up")
    @APIResponse(responseCode = "403", description = "for administrators")
    public Test test() {
        List<TargetHealth.View> found = situation.look(current.require());
        return new Test(!found.isEmpty() && found.stream().noneMatch(TargetHealth.View::isInTrouble), found);
    }

    @GET
    @Path("vultr/status")
    @Operation(summary = "Whether and where videos are sent, and how many are on their way")
    @APIResponse(responseCode = "200", description = "of the caller's clubs, for the operator of all")
    @APIResponse(responseCode = "403", description = "for administrators")
    public UploadSituation.View uploading() {
        return situation.of(current.require());
    }
}
