package club.courtside.court;

import club.courtside.account.Caller;
import club.courtside.account.CurrentCaller;
import club.courtside.account.Role;
import club.courtside.engine.api.FeedSpec;
import club.courtside.engine.api.FeedStatus;
import club.courtside.engine.api.MediaTrack;
import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tries a camera before it is kept. */
@Path("cameras/test")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(ref = "Courts")
public class CameraTestResource {

    /** @param transport null: TCP */
    record Trial(String url, String username, String password, Transport transport) {}

    /** @param audio null when the camera sends none */
    record Seen(MediaTrack video, MediaTrack audio, long bitsPerSecond, double framesPerSecond) {}

    @Inject
    CurrentCaller current;

    @Inject
    CameraEngine engine;

    @Inject
    @ConfigProperty(name = "courtside.camera.attempts")
    int attempts;

    @Inject
    @ConfigProperty(name = "courtside.camera.seconds")
    int seconds;

    /** Administrators; 422 says with {@code reason} why the camera cannot be used. */
    @POST
    @Operation(summary = "Try a camera before it is kept")
    @APIResponse(responseCode = "200", description = "what it sends")
    @APIResponse(responseCode = "400", description = "the address is not acceptable")
    @APIResponse(responseCode = "403", description = "for administrators")
    @APIResponse(responseCode = "422", description = "it cannot be used; reason says why")
    @APIResponse(responseCode = "503", description = "the recording engine is starting")
    public Seen test(Trial trial) {
        Caller caller = current.require();
        if (caller.role() == Role.PLAYER) throw ProblemException.forbidden("only administrators may try cameras");
        CameraUrl url = CameraUrl.parse(trial.url());
        Transport transport = trial.transport() == null ? Transport.TCP : trial.transport();
        FeedSpec spec = new FeedSpec(
                url.text(),
                trial.username() == null ? url.username() : trial.username(),
                trial.password() == null ? url.password() : trial.password(),
                transport.name().toLowerCase(Locale.ROOT),
                false);
        FeedStatus status = engine.client().check(spec, Duration.ofSeconds(seconds), attempts);
        return new Seen(status.video(), status.audio(), status.bitsPerSecond(), status.framesPerSecond());
    }
}
