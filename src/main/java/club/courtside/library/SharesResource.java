package club.courtside.library;

import club.courtside.account.Caller;
import club.courtside.account.CurrentCaller;
import club.courtside.court.Items;
import club.courtside.platform.ProblemException;
import club.courtside.platform.web.PublicAddress;
import club.courtside.session.Outcome;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who else may watch a video: players of the club, and whoever has a link. */
@Path("videos/{id}/shares")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(ref = "Library")
public class SharesResource {

    record NewShare(
            @Schema(description = "a member of the club; without it and email the video is shared by a link")
            UUID playerId,

            @Schema(description = "the same by address", example = "ines@example.org")
            String email,

            @Schema(
                    description = "end of the link, at most a year from now; a week when absent",
                    example = "2026-12-24T18:00:00Z")
            String expiresAt,

            @Schema(description = "what the link asks for, 4 to 200 characters; may be absent")
            String password,

            @Schema(description = "whether the link also lets the file be saved; false when absent")
            Boolean mayDownload) {}

    @Inject
    ShareLedger shares;

    @Inject
    PublicAddress address;

    @Inject
    CurrentCaller current;

    @GET
    @Operation(summary = "Who else may watch a video")
    @APIResponse(responseCode = "200", description = "the shares")
    @APIResponse(responseCode = "403", description = "the video is only shared with the caller")
    @APIResponse(responseCode = "404", description = "no such video")
    public Items<ShareView> list(@PathParam("id") UUID id) {
        return Items.of(shares.list(current.require(), id), share -> share.at(address::of));
    }

    @POST
    @Operation(
            summary = "Share a video with a player of the club, or by a link",
            description = "url is the link; whoever has it may watch without signing in, until expires_at.")
    @APIResponse(
            responseCode = "201",
            description = "shared",
            content = @Content(schema = @Schema(implementation = ShareView.class)))
    @APIResponse(
            responseCode = "200",
            description = "it was shared with that player before",
            content = @Content(schema = @Schema(implementation = ShareView.class)))
    @APIResponse(responseCode = "400", description = "player_id, email, expires_at or password not acceptable")
    @APIResponse(responseCode = "403", description = "the video is only shared with the caller")
    @APIResponse(responseCode = "404", description = "no such video")
    @APIResponse(responseCode = "409", description = "the video has 20 links already")
    public Response share(@PathParam("id") UUID id, NewShare wanted) {
        Caller caller = current.require();
        Outcome<ShareView> shared = wanted.playerId() != null
                ? shares.shareWith(caller, id, wanted.playerId())
                : wanted.email() != null
                        ? shares.shareWith(caller, id, wanted.email())
                        : new Outcome<>(
                                shares.shareByLink(caller, id, end(wanted), wanted.password(), wanted.mayDownload()),
                                true);
        return Response.status(shared.created() ? 201 : 200)
                .entity(shared.value().at(address::of))
                .build();
    }

    private static Instant end(NewShare wanted) {
        try {
            return wanted.expiresAt() == null
                    ? null
                    : OffsetDateTime.parse(wanted.expiresAt()).toInstant();
        } catch (DateTimeException e) {
            throw ProblemException.badRequest("expires_at", "not a time such as 2026-12-24T18:00:00Z");
        }
    }

    @DELETE
    @Path("{share}")
    @Operation(summary = "Take a share back; a link is dead from then on")
    @APIResponse(responseCode = "204", description = "taken back")
    @APIResponse(responseCode = "403", description = "the video is only shared with the caller")
    @APIResponse(responseCode = "404", description = "no such video or share")
    public void revoke(@PathParam("id") UUID id, @PathParam("share") UUID share) {
        shares.revoke(current.require(), id, share);
    }
}
