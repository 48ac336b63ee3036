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
import club.courtside.engine.api.RelayAnswer;
import club.courtside.engine.api.RelayLogin;
import club.courtside.engine.api.RelayReader;
import club.courtside.engine.api.RelayVerdict;
import club.courtside.platform.ProblemException;
import club.courtside.session.Session;
import club.courtside.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

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
    RelayAnswer decide(RelayLogin login) {
        Optional<Camera> camera = cameras.at(login.path());
        try {
            Optional<RelayVisitor> visitor = login.token() == null
                    ? Optional.of(byPassword(login))
                    : camera.flatMap(wanted -> byToken(login.token(), wanted));
            return visitor.map(known -> answer(known, camera)).orElse(new RelayAnswer(WRONG_CREDENTIALS));
        } catch (ProblemException refused) {
            return new RelayAnswer(refused.status() == TOO_MANY ? TOO_MANY_ATTEMPTS : WRONG_CREDENTIALS);
        }
    }

    private RelayVisitor byPassword(RelayLogin login) {
        return new RelayVisitor(
                reception
                        .admit(login.username(), login.password(), login.address())
                        .id(),
                null);
    }

    private RelayAnswer answer(RelayVisitor visitor, Optional<Camera> camera) {
        RelayVerdict verdict = verdict(visitor, camera);
        return new RelayAnswer(verdict, verdict == WELCOME ? visitor.text() : null);
    }

    private RelayVerdict verdict(RelayVisitor visitor, Optional<Camera> camera) {
        Optional<Caller> caller = reception.known(visitor.user());
        if (caller.isEmpty()) return WRONG_CREDENTIALS;
        return camera.filter(known -> caller.get().maySee(known.court().club().id()))
                .map(known -> previews.mayWatch(caller.get(), known) ? WELCOME : NOT_ALLOWED)
                .orElse(UNKNOWN);
    }

    /** Whether somebody who was welcome still is; a preview's reader goes with its session. */
    boolean mayStay(RelayReader reader) {
        return RelayVisitor.parse(reader.who())
                .filter(visitor -> {
                    Optional<Camera> camera = cameras.at(reader.path());
                    boolean open = visitor.session() == null
                            || camera.stream().flatMap(this::openOn).anyMatch(visitor.session()::equals);
                    return open && verdict(visitor, camera) == WELCOME;
                })
                .isPresent();
    }

    private Stream<UUID> openOn(Camera camera) {
        return sessions.openInClubs(Set.of(camera.court().club().id())).stream()
                .filter(session -> session.covers(camera.id()))
                .map(Session::id);
    }

    /** A preview ends with its session. */
    private Optional<RelayVisitor> byToken(String token, Camera camera) {
        return openOn(camera)
                .flatMap(session ->
                        tokens
                                .verifyPreview(token, session.toString())
                                .map(user -> new RelayVisitor(user, session))
                                .stream())
                .findFirst();
    }
}
