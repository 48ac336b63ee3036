package club.courtside.library.arrival;

import club.courtside.account.Caller;
import club.courtside.account.CurrentCaller;
import club.courtside.library.Library;
import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Uploading in one request, and following the file until it is a video that is ready. */
@Path("")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "Library")
public class UploadedVideosResource {

    private static final int LONGEST_CLUB = 200;

    /** @param status {@code uploaded} */
    @Schema(name = "UploadAccepted")
    record Accepted(UUID id, HospupStatus status) {}

    @Inject
    Intake intake;

    @Inject
    Library library;

    @Inject
    CurrentCaller current;

    @POST
    @Path("v1/upload")
    @WholeUpload
    @Operation(
            summary = "Upload a video file in one request",
            description =
                    "For small files; what is long should come by tus (/api/uploads), which goes on after a loss.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            requiredProperties = "file",
                                            properties = {
                                                @SchemaProperty(
                                                        name = "file",
                                                        type = SchemaType.STRING,
                                                        format = "binary",
                                                        description = "the video"),
                                                @SchemaProperty(
                                                        name = "club_id",
                                                        type = SchemaType.STRING,
                                                        description =
                                                                "id or short name; needed when the caller runs several clubs")
                                            })))
    @APIResponse(
            responseCode = "202",
            description = "it is here and will be looked at: GET /api/v1/videos/{id}",
            content = @Content(schema = @Schema(implementation = Accepted.class)))
    @APIResponse(responseCode = "400", description = "no file, an empty one, or no club_id among several clubs")
    @APIResponse(responseCode = "403", description = "for administrators")
    @APIResponse(responseCode = "404", description = "no such club")
    @APIResponse(responseCode = "411", description = "no Content-Length")
    @APIResponse(responseCode = "413", description = "longer than COURTSIDE_MAX_UPLOAD_GB")
    @APIResponse(responseCode = "415", description = "no multipart/form-data")
    @APIResponse(responseCode = "507", description = "the disk is too full for it")
    public Response upload(List<EntityPart> parts) throws IOException {
        Caller caller = current.require();
        EntityPart file =
                part(parts, "file").orElseThrow(() -> ProblemException.badRequest("file", "the part file is missing"));
        Optional<EntityPart> club = part(parts, "club_id");
        String clubId = club.isPresent() ? text(club.get()) : null;
        try (InputStream content = file.getContent()) {
            ArrivalView taken = intake.take(
                    caller, clubId, ArrivalName.ofHeader(file.getFileName().orElse("")), content);
            return Response.accepted(new Accepted(taken.id(), HospupStatus.UPLOADED))
                    .build();
        }
    }

    private static Optional<EntityPart> part(List<EntityPart> parts, String name) {
        return parts.stream().filter(part -> part.getName().equals(name)).findFirst();
    }

    private static String text(EntityPart part) throws IOException {
        try (InputStream content = part.getContent()) {
            return new String(content.readNBytes(LONGEST_CLUB), StandardCharsets.UTF_8).strip();
        }
    }

    @GET
    @Path("v1/videos/{id}")
    @Operation(summary = "An uploaded file, and what has become of it; any other video too")
    @APIResponse(responseCode = "200", description = "uploaded, processing, ready or failed")
    @APIResponse(responseCode = "404", description = "no such upload or video")
    public UploadedVideo get(@PathParam("id") UUID id) {
        Caller caller = current.require();
        try {
            return UploadedVideo.of(library.view(caller, id));
        } catch (ProblemException noVideo) {
            if (noVideo.status() != Response.Status.NOT_FOUND.getStatusCode()) throw noVideo;
            return UploadedVideo.of(intake.view(caller, id));
        }
    }
}
