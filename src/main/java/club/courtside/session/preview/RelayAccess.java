package club.courtside.session.preview;

import static club.courtside.engine.api.RelayVerdict.NOT_ALLOWED;
import static club.courtside.engine.api.RelayVerdict.TOO_MANY_ATTEMPTS;
import static club.courtside.engine.api.RelayVerdict.UNKNOWN;
import static club.courtside.engine.api.RelayVerdict.WELCOME;
import static club.courtside.engine.api.RelayVerdict.WRONG_CREDENTIALS;

import club.courtside.account.Caller;
import club.courtside.account.Reception;
import club.courtside.account.Tokens;
import club.courtside.court.Camera;
import club.courtside.court.RelayedCameras;
import club.courtside.engine.api.RelayLogin;
import club.courtside.engine.api.RelayVerdict;
import club.courtside.platform.ProblemException;
import club.courtside.session.Session;
import club.courtside.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/**
 * Who may read a camera from the relay: whoever may watch its court live. They sign in with their e-mail address and
 * password, or with a preview's token, which opens that preview's camera only.
 */
@ApplicationScoped
public class RelayAccess {

    private static final int TOO_MANY = 429;

    private final Reception reception;
    private final Tokens tokens;
    private final RelayedCameras cameras;
    private final Sessions sessions;
    private final Previews previews;

    @Inject
    public RelayAccess(
            Reception reception, Tokens tokens, RelayedCameras cameras, Sessions sessions, Previews previews) {
        this.reception = reception;
        this.tokens = tokens;
        this.cameras = cameras;
        this.sessions = sessions;
        this.previews = previews;
    }

    protected RelayAccess() {
        this(null, null, null, null, null);
    }

    /** Comparing a password takes its time. */
    RelayVerdict decide(RelayLogin login) {
        Optional<Camera> camera = cameras.at(login.path());
        try {
            Optional<Caller> caller = login.token() == null
                    ? Optional.of(reception.admit(login.username(), login.password(), login.address()))
                    : camera.flatMap(wanted -> ofToken(login.token(), wanted));
            return caller.map(known -> decide(known, camera)).orElse(WRONG_CREDENTIALS);
        } catch (ProblemException refused) {
            return refused.status() == TOO_MANY ? TOO_MANY_ATTEMPTS : WRONG_CREDENTIALS;
        }
    }

    private RelayVerdict decide(Caller caller, Optional<Camera> camera) {
        return camera.filter(known -> caller.maySee(known.court().club().id()))
                .map(known -> previews.mayWatch(caller, known) ? WELCOME : NOT_ALLOWED)
                .orElse(UNKNOWN);
    }

    /** A preview ends with its session. */
    private Optional<Caller> ofToken(String token, Camera camera) {
        return sessions.openInClubs(Set.of(camera.court().club().id())).stream()
                .filter(session -> session.covers(camera.id()))
                .map(Session::id)
                .flatMap(session -> tokens.verifyPreview(token, session.toString()).stream())
                .flatMap(user -> reception.known(user).stream())
                .findFirst();
    }
}
