package club.courtside.library;

import club.courtside.account.Caller;
import club.courtside.account.CurrentCaller;
import club.courtside.platform.Ids;
import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The files of the library. */
@Path("video/files")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "Library")
public class VideoFilesResource {

    private static final int LARGEST_PAGE = 200;

    @Inject
    Library library;

    @Inject
    VideoDeletion deletion;

    @Inject
    CurrentCaller current;

    @GET
    @Path("list")
    @Operation(summary = "The videos one may watch, those shared with one among them")
    @APIResponse(responseCode = "200", description = "one page")
    @APIResponse(responseCode = "400", description = "page or size out of range, or origin, from, to or sort not known")
    public Page<VideoView> list(
            @QueryParam("club_id") @Parameter(description = "only this club's") UUID clubId,
            @QueryParam("page") @DefaultValue("1") @Parameter(description = "from 1") int page,
            @QueryParam("size") @DefaultValue("20") @Parameter(description = "1 to 200") int size,
            @QueryParam("q") @Parameter(description = "found in title, court or owner") String text,
            @QueryParam("origin") @Parameter(description = "recording, obs, upload, clip or import") String origin,
            @QueryParam("from") @Parameter(description = "begun then or later, such as 2026-11-01T00:00:00Z")
                    String from,
            @QueryParam("to") @Parameter(description = "begun before then") String to,
            @QueryParam("sort")
                    @DefaultValue("newest")
                    @Parameter(description = "newest, oldest, longest, largest or title")
                    String sort) {
        Caller caller = current.require();
        if (page < 1 || page > 1_000_000) throw ProblemException.badRequest("page", "pages are counted from 1");
        if (size < 1 || size > LARGEST_PAGE)
            throw ProblemException.badRequest("size", "a page has 1 to " + LARGEST_PAGE + " videos");
        if (clubId != null && !caller.maySee(clubId)) throw ProblemException.notFound("there is no such club");
        VideoQuery query = new VideoQuery(
                clubId,
                text,
                named(Origin.class, "origin", origin),
                time("from", from),
                time("to", to),
                named(VideoSort.class, "sort", sort));
        return library.list(caller, query, page, size);
    }

    private static <E extends Enum<E>> E named(Class<E> kind, String field, String name) {
        if (name == null || name.isBlank()) return null;
        return Stream.of(kind.getEnumConstants())
                .filter(value -> value.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.badRequest(
                        field,
                        "one of "
                                + Stream.of(kind.getEnumConstants())
                                        .map(value -> value.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", "))));
    }

    private static Instant time(String field, String text) {
        try {
            return text == null || text.isBlank()
                    ? null
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw ProblemException.badRequest(field, "not a time such as 2026-11-01T00:00:00Z");
        }
    }

    @GET
    @Path("{id}/certificate")
    @Operation(
            summary = "What was to be recorded, what was, and why the rest is missing",
            description =
                    "id: a video, or a session with one video. checksum_line is what sha256sum -c reads, beside the"
                            + " file that download?original gives.")
    @APIResponse(responseCode = "200", description = "the certificate")
    @APIResponse(responseCode = "404", description = "no such video, or it was not recorded here")
    public CertificateView certificate(@PathParam("id") String id) {
        Caller caller = current.require();
        return library.certificate(
                caller, library.meantBy(caller, Ids.parse(id).orElseThrow(VideoFilesResource::noSuchVideo)));
    }

    @DELETE
    @Path("{id}/delete")
    @Operation(summary = "Delete a video with its file", description = "id: a video, or a session with one video")
    @APIResponse(responseCode = "204", description = "deleted")
    @APIResponse(responseCode = "403", description = "the club does not let players delete")
    @APIResponse(responseCode = "404", description = "no such video, or not in that club")
    @APIResponse(responseCode = "409", description = "it is still being recorded")
    public void delete(@PathParam("id") String id, @QueryParam("club_id") UUID clubId) {
        Caller caller = current.require();
        UUID videoId = library.meantBy(caller, Ids.parse(id).orElseThrow(VideoFilesResource::noSuchVideo));
        if (clubId != null && !library.view(caller, videoId).clubId().equals(clubId)) throw noSuchVideo();
        deletion.delete(caller, videoId);
    }

    private static ProblemException noSuchVideo() {
        return ProblemException.notFound("there is no such video");
    }
}
