package club.courtside.court;

import club.courtside.engine.api.FeedSpec;
import club.courtside.engine.client.EngineClient;
import club.courtside.engine.client.EngineException;
import club.courtside.platform.CurrentSettings;
import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tries a camera: connects to it for a moment, measures what it sends and takes one picture. */
@ApplicationScoped
public class CameraTrials {

    private static final Logger LOG = Logger.getLogger(CameraTrials.class.getName());
    private static final int PICTURE_WIDTH = 640;
    /** Less than a group of pictures, or two, says little of what a camera sends. */
    private static final Duration MEASURING = Duration.ofSeconds(2);

    private final CameraEngine engine;
    private final CameraSecrets secrets;
    private final CurrentSettings settings;
    private final Duration measuring;

    @Inject
    public CameraTrials(CameraEngine engine, CameraSecrets secrets, CurrentSettings settings) {
        this(engine, secrets, settings, MEASURING);
    }

    CameraTrials(CameraEngine engine, CameraSecrets secrets, CurrentSettings settings, Duration measuring) {
        this.engine = engine;
        this.secrets = secrets;
        this.settings = settings;
        this.measuring = measuring;
    }

    protected CameraTrials() {
        this(null, null, null, null);
    }

    /**
     * @param known the camera that this is about, whose password is used when none is given and it is still the same
     *     device; null for a new one
     * @throws ProblemException 400 naming {@code url}, 422 with the reason why it cannot be used and what to do, 503
     */
    public CameraSight run(String address, String username, String password, Transport transport, Camera known) {
        if (address != null && CameraUrl.isStudio(address.strip()))
            throw ProblemException.badRequest(
                    "url", "an OBS Studio is tried by saving it: its state says whether it answers");
        CameraUrl url = CameraUrl.parse(address);
        String user = username == null ? url.username() : username;
        String secret = password == null || password.isEmpty() ? url.password() : password;
        if (secret == null && known != null && CameraUrl.ofAngle(known.url()).isSameDevice(url)) {
            secret = secrets.decrypt(known.encryptedPassword());
            if (user == null) user = known.username();
        }
        Transport by = transport == null ? Transport.TCP : transport;
        return run(new FeedSpec(
                url.text(),
                user == null || user.isEmpty() ? null : user,
                secret,
                by.name().toLowerCase(Locale.ROOT),
                true));
    }

    private CameraSight run(FeedSpec spec) {
        String feed = UUID.randomUUID().toString();
        long began = System.nanoTime();
        try {
            EngineClient client = engine.client();
            client.putFeed(feed, spec);
            try {
                client.checkFeed(feed, settings.cameraPatience(), settings.cameraAttempts());
                byte[] picture = client.snapshot(feed, PICTURE_WIDTH);
                Duration took = Duration.ofNanos(System.nanoTime() - began);
                LockSupport.parkNanos(measuring.toNanos());
                return CameraSight.of(client.feed(feed), picture, took);
            } finally {
                forget(client, feed);
            }
        } catch (EngineException refused) {
            throw unusable(refused);
        }
    }

    private static void forget(EngineClient client, String feed) {
        try {
            client.deleteFeed(feed);
        } catch (EngineException gone) {
            LOG.log(Level.FINE, "the engine does not forget a camera that was tried", gone);
        }
    }

    private static ProblemException unusable(EngineException refused) {
        if (refused.isUnavailable())
            return ProblemException.unavailable(
                    "the recording engine is starting; try again in a moment", Duration.ofSeconds(2));
        String sentence = refused.reason().message();
        if (refused.status() == 400) return ProblemException.badRequest("url", sentence);
        return ProblemException.unusable(
                "url",
                refused.reason().code(),
                sentence + CameraAdvice.after(refused.reason().code()));
    }
}
