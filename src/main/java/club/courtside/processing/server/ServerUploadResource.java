package club.courtside.processing.server;

import club.courtside.library.arrival.ArrivalName;
import club.courtside.platform.ProblemException;
import club.courtside.platform.web.AtRoot;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A file to be processed, in one request. */
@Path(AtRoot.PATH + "/upload")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "processing_key")
@Tag(ref = "Processing server")
public class ServerUploadResource {

    private static final int LONGEST_FIELD = 200;

    @Schema(name = "ProcessingTaskAccepted")
    record Accepted(UUID taskId) {}

    @Inject
    TaskDesk desk;

    @POST
    @Operation(
            summary = "Send a video to be processed",
            description =
                    "In one request, as a form. With Tus-Resumable: 1.0.0 the same address announces a file by tus"
                            + " instead: Upload-Length, and in Upload-Metadata filename, model, priority and process in Base64;"
                            + " the answer is 201 with Location, whose last part is the task's id.")
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
                                                        name = "model",
                                                        type = SchemaType.STRING,
                                                        enumeration = {"base", "small", "medium", "large"},
                                                        description = "of the subtitles; absent: the club's"),
                                                @SchemaProperty(
                                                        name = "priority",
                                                        type = SchemaType.STRING,
                                                        enumeration = {"low", "normal", "high"},
                                                        defaultValue = "normal"),
                                                @SchemaProperty(
                                                        name = "process",
                                                        type = SchemaType.BOOLEAN,
                                                        defaultValue = "true",
                                                        description = "false: it is only kept")
                                            })))
    @APIResponse(
            responseCode = "200",
            description = "this Idempotency-Key has sent it before",
            content = @Content(schema = @Schema(implementation = Accepted.class)))
    @APIResponse(
            responseCode = "202",
            description = "it is here: GET /status/{task}",
            content = @Content(schema = @Schema(implementation = Accepted.class)))
    @APIResponse(responseCode = "400", description = "no file, an empty one, or the named field is wrong")
    @APIResponse(responseCode = "404", description = "this Courtside is no processing server")
    @APIResponse(responseCode = "411", description = "no Content-Length")
    @APIResponse(responseCode = "413", description = "longer than COURTSIDE_MAX_UPLOAD_GB")
    @APIResponse(responseCode = "415", description = "no multipart/form-data")
    @APIResponse(responseCode = "429", description = "too many unfinished uploads")
    @APIResponse(responseCode = "507", description = "the disk is too full for it")
    public Response upload(
            @HeaderParam(TaskOrder.KEY)
                    @Parameter(description = "1 to 100 characters by which the sender knows the file again")
                    String key,
            List<EntityPart> parts)
            throws IOException {
        EntityPart file = null;
        Map<String, String> fields = new HashMap<>();
        for (EntityPart part : parts)
            if (part.getName().equals("file")) file = part;
            else fields.put(part.getName(), text(part));
        TaskOrder order = TaskOrder.of(key, fields::get);
        if (file == null) throw ProblemException.badRequest("file", "the part file is missing");
        try (InputStream content = file.getContent()) {
            TaskLedger.Opened task =
                    desk.take(order, ArrivalName.ofHeader(file.getFileName().orElse("")), content);
            return Response.status(task.isNew() ? 202 : 200)
                    .entity(new Accepted(task.id()))
                    .build();
        }
    }

    private static String text(EntityPart part) throws IOException {
        try (InputStream content = part.getContent()) {
            return new String(content.readNBytes(LONGEST_FIELD), StandardCharsets.UTF_8).strip();
        }
    }
}
