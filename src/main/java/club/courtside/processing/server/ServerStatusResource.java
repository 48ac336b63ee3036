package club.courtside.processing.server;

import club.courtside.platform.web.AtRoot;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How it goes with what was sent to be processed. */
@Path(AtRoot.PATH + "/status/{task}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "processing_key")
@Tag(ref = "Processing server")
public class ServerStatusResource {

    @Inject
    TaskSight sight;

    @GET
    @Operation(summary = "How a task goes")
    @APIResponse(responseCode = "200", description = "receiving, queued, processing, completed or failed")
    @APIResponse(responseCode = "404", description = "no such task")
    public TaskProgress status(@PathParam("task") UUID task) {
        return sight.progress(task);
    }
}
