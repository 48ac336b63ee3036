package club.courtside.session.preview;

import club.courtside.account.Caller;
import club.courtside.court.Cameras;
import club.courtside.court.Court;
import club.courtside.court.CourtAccess;
import club.courtside.court.RelayedCameras;
import club.courtside.platform.Ids;
import club.courtside.platform.ProblemException;
import club.courtside.session.Session;
import club.courtside.session.SessionOpener;
import club.courtside.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who may watch what live: staff all of their clubs, players a court while their own session is open there. */
@ApplicationScoped
public class Previews {

    private final CourtAccess courts;
    private final SessionOpener opener;
    private final Sessions sessions;
    private final Cameras cameras;
    private final RelayedCameras relayed;
    private final PreviewFormat usualFormat;

    @Inject
    public Previews(
            CourtAccess courts,
            SessionOpener opener,
            Sessions sessions,
            Cameras cameras,
            RelayedCameras relayed,
            @ConfigProperty(name = "courtside.preview.fps") String fps,
            @ConfigProperty(name = "courtside.preview.width") int width,
            @ConfigProperty(name = "courtside.preview.quality") int quality) {
        this.courts = courts;
        this.opener = opener;
        this.sessions = sessions;
        this.cameras = cameras;
        this.relayed = relayed;
        this.usualFormat = new PreviewFormat(fps, width, quality);
    }

    protected Previews() {
        this(null, null, null, null, null, null, 0, 0);
    }

    /**
     * The feed that an address shows.
     *
     * @throws ProblemException 404, or 403 when one may not watch it
     */
    UUID feed(Caller caller, PreviewAddress address) {
        return address.ofCourt() ? feedOfCourt(caller, address.id()) : feedOfSession(caller, address.id());
    }

    private UUID feedOfSession(Caller caller, String id) {
        UUID sessionId = Ids.parse(id).orElseThrow(() -> ProblemException.notFound("there is no such session"));
        Session session = opener.visible(caller, sessionId);
        if (!session.isManagedBy(caller)) throw notYours();
        if (!session.isOpen()) throw ProblemException.notFound("this session is closed");
        return session.feedId();
    }

    private UUID feedOfCourt(Caller caller, String idOrSlug) {
        Court court = courts.court(caller, idOrSlug);
        if (!mayWatch(caller, court)) throw notYours();
        return courts.camera(court, null).id();
    }

    boolean mayWatch(Caller caller, Court court) {
        return caller.isAdminOf(court.club().id())
                || sessions.openOnCourt(court.id())
                        .filter(session -> session.isManagedBy(caller))
                        .isPresent();
    }

    private static ProblemException notYours() {
        return ProblemException.forbidden("players watch a court live while their own session is open there");
    }

    /** Where the relay publishes that feed; empty for a camera without court, and while the relay does not listen. */
    Optional<String> relayAddress(UUID feedId) {
        return cameras.byId(feedId).flatMap(relayed::address);
    }

    PreviewFormat usualFormat() {
        return usualFormat;
    }
}
