package club.courtside.session;

import club.courtside.court.CameraEngine;
import club.courtside.court.CameraFeeds;
import club.courtside.court.CameraSecrets;
import club.courtside.court.CameraUrl;
import club.courtside.court.EngineConnected;
import club.courtside.engine.api.FeedSpec;
import club.courtside.engine.client.EngineException;
import club.courtside.platform.CurrentSettings;
import club.courtside.platform.ProblemException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the cameras of open sessions connected. */
@ApplicationScoped
public class SessionFeeds {

    private static final Logger LOG = Logger.getLogger(SessionFeeds.class.getName());
    private static final int BEFORE_RECORDINGS = 100;

    private final CameraEngine engine;
    private final CameraFeeds feeds;
    private final CameraSecrets secrets;
    private final Sessions sessions;
    private final CurrentSettings settings;

    @Inject
    public SessionFeeds(
            CameraEngine engine,
            CameraFeeds feeds,
            CameraSecrets secrets,
            Sessions sessions,
            CurrentSettings settings) {
        this.engine = engine;
        this.feeds = feeds;
        this.secrets = secrets;
        this.sessions = sessions;
        this.settings = settings;
    }

    protected SessionFeeds() {
        this(null, null, null, null, null);
    }

    /** @throws ProblemException 422 with the reason why the camera cannot be used, 503 while there is no engine */
    void check(UUID cameraId) {
        try {
            engine.client().checkFeed(cameraId.toString(), settings.cameraPatience(), settings.cameraAttempts());
        } catch (EngineException refused) {
            throw unusable("camera_id", refused);
        }
    }

    /** The same for a camera that belongs to no court. */
    void check(CameraUrl address) {
        try {
            engine.client()
                    .check(
                            new FeedSpec(address.text(), address.username(), address.password(), null, false),
                            settings.cameraPatience(),
                            settings.cameraAttempts());
        } catch (EngineException refused) {
            throw unusable("camera_url", refused);
        }
    }

    private static ProblemException unusable(String field, EngineException refused) {
        if (refused.isUnavailable())
            return ProblemException.unavailable(
                    "the recording engine is starting; try again in a moment", Duration.ofSeconds(2));
        if (refused.status() == 400)
            return ProblemException.badRequest(field, refused.reason().message());
        return ProblemException.unusable(
                field, refused.reason().code(), refused.reason().message());
    }

    TrialCamera trialCamera(CameraUrl address) {
        return new TrialCamera(address.text(), address.username(), secrets.encrypt(address.password()));
    }

    void hold(Session session) {
        if (session.trialCamera() == null) {
            session.feedIds().forEach(feeds::hold);
            return;
        }
        TrialCamera camera = session.trialCamera();
        String password = secrets.decrypt(camera.encryptedPassword());
        FeedSpec spec = new FeedSpec(camera.url(), camera.username(), password, null, true);
        try {
            engine.client().putFeed(session.id().toString(), spec);
        } catch (EngineException refused) {
            LOG.log(Level.INFO, "Camera of session {0} will be sent later: {1}", new Object[] {
                session.id(), refused.getMessage()
            });
        }
    }

    void closed(@Observes(during = TransactionPhase.AFTER_SUCCESS) SessionClosed event) {
        Session session = event.session();
        if (session.trialCamera() == null) {
            session.feedIds().forEach(feeds::release);
            return;
        }
        try {
            engine.client().deleteFeed(session.id().toString());
        } catch (EngineException refused) {
            LOG.log(Level.FINE, "the engine does not forget the camera of session " + session.id(), refused);
        }
    }

    /** An engine knows nothing of sessions: it hears of them before it hears of their recordings. */
    void connected(@Observes @Priority(BEFORE_RECORDINGS) EngineConnected event) {
        sessions.open().forEach(this::hold);
    }
}
