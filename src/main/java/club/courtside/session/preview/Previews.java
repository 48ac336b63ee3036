package club.courtside.session.preview;

import club.courtside.account.Caller;
import club.courtside.court.Court;
import club.courtside.court.CourtAccess;
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
    private final PreviewFormat usualFormat;

    @Inject
    public Previews(
            CourtAccess courts,
            SessionOpener opener,
            Sessions sessions,
            @ConfigProperty(name = "courtside.preview.fps") String fps,
            @ConfigProperty(name = "courtside.preview.width") int width,
            @ConfigProperty(name = "courtside.preview.quality") int quality) {
        this.courts = courts;
        this.opener = opener;
        this.sessions = sessions;
        this.usualFormat = new PreviewFormat(fps, width, quality);
    }

    protected Previews() {
        this(null, null, null, null, 0, 0);
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
        boolean staff = caller.isAdminOf(court.club().id());
        Optional<Session> own = sessions.openOnCourt(court.id()).stream()
                .filter(session -> session.isManagedBy(caller))
                .findFirst();
        if (!staff && own.isEmpty()) throw notYours();
        UUID feedId = courts.camera(court, address.camera()).id();
        if (staff) return new Grant(feedId, null);
        if (!own.get().covers(feedId)) throw notYours();
        return new Grant(feedId, own.get().id());
    }

    private static ProblemException noSuchCamera() {
        return ProblemException.notFound("there is no such camera in this session");
    }

    private static ProblemException notYours() {
        return ProblemException.forbidden("players watch a court live while their own session is open there");
    }

    PreviewFormat usualFormat() {
        return usualFormat;
    }
}
