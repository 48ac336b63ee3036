package club.courtside.library;

import club.courtside.account.Caller;
import club.courtside.account.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is known about single videos. */
@Path("videos/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(ref = "Library")
public class VideosResource {

    /** What is absent stays as it is. */
    @Schema(name = "VideoChange")
    record Change(String title, Boolean keep) {}

    @Inject
    Library library;

    @Inject
    CurrentCaller current;

    @GET
    @Operation(summary = "One video")
    @APIResponse(responseCode = "200", description = "the video")
    @APIResponse(responseCode = "404", description = "no such video")
    public VideoView get(@PathParam("id") UUID id) {
        return library.view(current.require(), id);
    }

    @PATCH
    @Operation(summary = "Rename a video, or mark it so that it is never removed by itself")
    @APIResponse(responseCode = "200", description = "the video as it is now")
    @APIResponse(responseCode = "400", description = "title empty, too long or with control characters")
    @APIResponse(responseCode = "404", description = "no such video")
    public VideoView change(@PathParam("id") UUID id, Change change) {
        Caller caller = current.require();
        if (change.title() != null) library.rename(caller, id, change.title());
        if (change.keep() != null) library.keep(caller, id, change.keep());
        return library.view(caller, id);
    }
}
