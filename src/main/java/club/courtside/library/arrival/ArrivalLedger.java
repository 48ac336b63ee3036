package club.courtside.library.arrival;

import club.courtside.account.Caller;
import club.courtside.account.User;
import club.courtside.account.audit.Audit;
import club.courtside.account.audit.AuditAction;
import club.courtside.court.Club;
import club.courtside.engine.api.Examined;
import club.courtside.engine.api.FileForm;
import club.courtside.library.Video;
import club.courtside.library.VideoArrived;
import club.courtside.library.VideoView;
import club.courtside.library.Videos;
import club.courtside.platform.CurrentSettings;
import club.courtside.platform.LiveUpdate;
import club.courtside.platform.Problem;
import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is written down about arriving files, each entry one short transaction. Each belongs to whoever sends it: 404. */
@ApplicationScoped
@Transactional
public class ArrivalLedger {

    private static final int MOST_UNFINISHED = 100;
    /** How long the reason of a refusal can be read. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final EntityManager entities;
    private final Arrivals arrivals;
    private final Videos videos;
    private final CurrentSettings settings;
    private final Clock clock;
    private final Event<Object> events;
    private final Audit audit;

    @Inject
    public ArrivalLedger(
            EntityManager entities,
            Arrivals arrivals,
            Videos videos,
            CurrentSettings settings,
            Clock clock,
            Event<Object> events,
            Audit audit) {
        this.entities = entities;
        this.arrivals = arrivals;
        this.videos = videos;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
        this.audit = audit;
    }

    protected ArrivalLedger() {
        this(null, null, null, null, null, null, null);
    }

    /** @throws ProblemException 429 when too many of the caller's are unfinished */
    Arrival announce(Caller caller, Club club, ArrivalName name, long bytes) {
        long unfinished =
                arrivals.of(caller).stream().filter(Arrival::isReceiving).count();
        if (unfinished >= MOST_UNFINISHED)
            throw ProblemException.tooMany(
                    "at most " + MOST_UNFINISHED + " uploads can be under way; finish or cancel one first",
                    Duration.ofMinutes(1));
        Arrival arrival = new Arrival(
                entities.find(Club.class, club.id()),
                caller.isProgram() ? null : entities.find(User.class, caller.id()),
                name,
                bytes,
                clock.instant());
        arrivals.add(arrival);
        tell(arrival);
        return arrival;
    }

    /** @throws ProblemException 404 */
    Arrival own(Caller caller, UUID id) {
        return find(caller, id).orElseThrow(() -> ProblemException.notFound("there is no such upload"));
    }

    Optional<Arrival> find(Caller caller, UUID id) {
        return arrivals.find(id)
                .filter(arrival -> arrival.isBelongingTo(caller))
                .filter(arrival -> caller.isAdminOf(arrival.club().id()));
    }

    boolean isReceiving(UUID id) {
        return arrivals.find(id).filter(Arrival::isReceiving).isPresent();
    }

    List<Arrival> own(Caller caller) {
        return arrivals.of(caller).stream()
                .filter(arrival -> caller.isAdminOf(arrival.club().id()))
                .toList();
    }

    /** @throws ProblemException 410 when nothing of it is here any more, with the reason */
    static void refuseIfGone(Arrival arrival) {
        String why = arrival.state() == ArrivalState.EXPIRED ? "expired" : arrival.reason();
        if (arrival.state() == ArrivalState.EXPIRED || arrival.state() == ArrivalState.REFUSED)
            throw new ProblemException(new Problem(null, null, 410, "this upload is over", null, why));
    }

    void continued(UUID id) {
        arrivals.find(id).ifPresent(arrival -> arrival.continued(clock.instant()));
    }

    /** Its last byte is here. */
    void complete(UUID id) {
        arrivals.find(id).filter(Arrival::isReceiving).ifPresent(arrival -> {
            arrival.complete(clock.instant());
            tell(arrival);
        });
    }

    /**
     * @param why code of the reason
     * @param sentence the same in English
     */
    void refused(UUID id, String why, String sentence) {
        arrivals.find(id).ifPresent(arrival -> {
            arrival.refused(why, clock.instant());
            events.fire(new ArrivalOver(id, why, sentence));
            tell(arrival);
        });
    }

    /**
     * Its file lies where the library's files lie; from now on it is one of them.
     *
     * @param sha256 of that file
     * @param asSent of the file as it came
     */
    void takenIn(UUID id, Examined found, String sha256, String asSent) {
        arrivals.find(id).filter(arrival -> !arrival.state().isOver()).ifPresent(arrival -> {
            Instant now = clock.instant();
            Video video = new Video(
                    id,
                    arrival.club(),
                    arrival.user(),
                    arrival.file(found.extension()),
                    arrival.name().title(),
                    plausible(found.filmedAt(), now),
                    now);
            video.arrived(found.info(), found.form() != FileForm.ORIGINAL, sha256);
            videos.add(video);
            arrival.takenIn(now);
            audit.tells(
                    arrival.sender(),
                    AuditAction.VIDEO_ADDED,
                    arrival.club().id(),
                    id,
                    video.title(),
                    arrival.name().text());
            events.fire(new VideoArrived(video));
            events.fire(new ArrivalTaken(id, asSent));
            events.fire(new LiveUpdate("video_added", arrival.club().id(), idOf(arrival.user()), VideoView.of(video)));
            tell(arrival);
        });
    }

    /** Cameras whose clock was never set film in 1970, or tomorrow. */
    private static Instant plausible(Instant filmedAt, Instant now) {
        boolean known =
                filmedAt != null && filmedAt.isAfter(Instant.parse("1990-01-01T00:00:00Z")) && !filmedAt.isAfter(now);
        return known ? filmedAt : now;
    }

    /** Gives it up, or forgets what has become of it. */
    void remove(UUID id) {
        arrivals.find(id).ifPresent(arrival -> {
            arrivals.remove(arrival);
            if (!arrival.state().isOver())
                events.fire(new ArrivalOver(id, "cancelled", "whoever sent the file has given it up"));
            tell(arrival);
        });
    }

    List<Arrival> in(ArrivalState state) {
        return arrivals.in(state);
    }

    /** Those for which nothing came for too long; what is long over is forgotten. */
    List<UUID> expire() {
        Instant now = clock.instant();
        for (Arrival arrival : arrivals.all())
            if (arrival.state().isOver() && arrival.expiresAt(REMEMBERED).isBefore(now)) arrivals.remove(arrival);
        List<Arrival> late = arrivals.in(ArrivalState.RECEIVING).stream()
                .filter(arrival -> arrival.expiresAt(settings.uploadPatience()).isBefore(now))
                .toList();
        for (Arrival arrival : late) {
            arrival.expired(now);
            events.fire(new ArrivalOver(arrival.id(), "expired", "nothing more of the file came for too long"));
            tell(arrival);
        }
        return late.stream().map(Arrival::id).toList();
    }

    /** Those that have a file. */
    Set<UUID> unfinished() {
        return arrivals.all().stream()
                .filter(arrival -> !arrival.state().isOver())
                .map(Arrival::id)
                .collect(Collectors.toSet());
    }

    /** Only that something is new: what it is, only its owner may ask. */
    private void tell(Arrival arrival) {
        events.fire(new LiveUpdate(
                "upload_changed", arrival.club().id(), idOf(arrival.user()), Map.of("id", arrival.id())));
    }

    private static UUID idOf(User user) {
        return user == null ? null : user.id();
    }
}
