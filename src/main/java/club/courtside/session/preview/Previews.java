package club.courtside.session.preview;

import club.courtside.account.Caller;
import club.courtside.court.Camera;
import club.courtside.court.Cameras;
import club.courtside.court.Court;
import club.courtside.court.CourtAccess;
import club.courtside.court.RelayedCameras;
import club.courtside.platform.CurrentSettings;
import club.courtside.platform.Ids;
import club.courtside.platform.ProblemException;
import club.courtside.session.Session;
import club.courtside.session.SessionOpener;
import club.courtside.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Who may watch what live: staff all of their clubs, players a court while their own session is open there. */
@ApplicationScoped
public class Previews {

    private final CourtAccess courts;
    private final SessionOpener opener;
    private final Sessions sessions;
    private final Cameras cameras;
    private final RelayedCameras relayed;
    private final CurrentSettings settings;

    @Inject
    public Previews(
            CourtAccess courts,
            SessionOpener opener,
            Sessions sessions,
            Cameras cameras,
            RelayedCameras relayed,
            CurrentSettings settings) {
        this.courts = courts;
        this.opener = opener;
        this.sessions = sessions;
        this.cameras = cameras;
        this.relayed = relayed;
        this.settings = settings;
    }

    protected Previews() {
        this(null, null, null, null, null, null);
    }

    /**
     * The feed that an address shows to somebody.
     *
     * @throws ProblemException 404, or 403 when one may not watch it
     */
    Grant grant(Caller caller, PreviewAddress address) {
        return address.ofCourt() ? ofCourt(caller, address) : ofSession(caller, address);
    }

    private Grant ofSession(Caller caller, PreviewAddress address) {
        UUID sessionId =
                Ids.parse(address.id()).orElseThrow(() -> ProblemException.notFound("there is no such session"));
        Session session = opener.visible(caller, sessionId);
        if (!session.isManagedBy(caller)) throw notYours();
        if (!session.isOpen()) throw ProblemException.notFound("this session is closed");
        UUID feedId = address.camera() == null
                ? session.feedIds().get(0)
                : Ids.parse(address.camera()).filter(session::covers).orElseThrow(Previews::noSuchCamera);
        return new Grant(feedId, sessionId);
    }

    private Grant ofCourt(Caller caller, PreviewAddress address) {
        Court court = courts.court(caller, address.id());
        if (caller.isAdminOf(court.club().id()))
            return new Grant(courts.camera(court, address.camera()).id(), null);
        Session own = ownOn(caller, court).orElseThrow(Previews::notYours);
        UUID feedId = courts.camera(court, address.camera()).id();
        if (!own.covers(feedId)) throw notYours();
        return new Grant(feedId, own.id());
    }

    boolean mayWatch(Caller caller, Camera camera) {
        Court court = camera.court();
        return caller.isAdminOf(court.club().id())
                || ownOn(caller, court)
                        .filter(session -> session.covers(camera.id()))
                        .isPresent();
    }

    private Optional<Session> ownOn(Caller caller, Court court) {
        return sessions.openOnCourt(court.id()).stream()
                .filter(session -> session.isManagedBy(caller))
                .findFirst();
    }

    private static ProblemException noSuchCamera() {
        return ProblemException.notFound("there is no such camera in this session");
    }

    private static ProblemException notYours() {
        return ProblemException.forbidden("players watch a court live while their own session is open there");
    }

    /** Where the relay publishes that feed; empty for a camera without court, and while the relay does not listen. */
    Optional<String> relayAddress(UUID feedId) {
        return cameras.byId(feedId).flatMap(relayed::address);
    }

    PreviewFormat usualFormat() {
        return new PreviewFormat(settings.previewFps(), settings.previewWidth(), settings.previewQuality());
    }
}
