package club.courtside.health;

import club.courtside.library.VideoReconciliation;
import club.courtside.upload.TargetHealth;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What {@code ./courtside doctor} asks of the running web application, in lines that it prints as they are. */
@Path("local")
@RequestScoped
@Produces(MediaType.TEXT_PLAIN)
public class DoctorResource {

    private static final String KEY = "Courtside-Local";

    @Inject
    LocalKey key;

    @Inject
    CameraChecks cameras;

    @Inject
    TargetHealth targets;

    @Inject
    VideoReconciliation videos;

    @GET
    @Path("cameras")
    @Operation(hidden = true, summary = "Every camera, tried")
    public String cameras(@HeaderParam(KEY) String given) throws InterruptedException {
        key.check(given);
        return text(cameras.lines());
    }

    @GET
    @Path("targets")
    @Operation(hidden = true, summary = "Every target of uploads, asked")
    public String targets(@HeaderParam(KEY) String given) {
        key.check(given);
        return text(targets.look().stream()
                .map(found -> (found.isInTrouble() ? "wrong " : "ok ")
                        + found.target().code() + " at " + found.address()
                        + (found.isInTrouble() ? ": " + found.reason() : ""))
                .toList());
    }

    @GET
    @Path("videos")
    @Operation(hidden = true, summary = "How many videos there are, and where catalogue and disk differ")
    public String videos(@HeaderParam(KEY) String given) {
        key.check(given);
        return text(videos.inventory().lines());
    }

    @GET
    @Path("checksums")
    @Operation(hidden = true, summary = "The certified SHA-256 of the videos' files, as sha256sum prints them")
    public String checksums(@HeaderParam(KEY) String given) {
        key.check(given);
        return text(videos.checksums());
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines);
    }
}
