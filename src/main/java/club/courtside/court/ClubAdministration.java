package club.courtside.court;

import club.courtside.account.Caller;
import club.courtside.account.Users;
import club.courtside.account.audit.Audit;
import club.courtside.account.audit.AuditAction;
import club.courtside.platform.LiveUpdate;
import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** Opens, changes and deletes clubs. Who may do it was decided before. */
@ApplicationScoped
@Transactional
public class ClubAdministration {

    private final Clubs clubs;
    private final Courts courts;
    private final CourtAdministration courtAdministration;
    private final Users users;
    private final Clock clock;
    private final Event<Object> events;
    private final Audit audit;

    @Inject
    public ClubAdministration(
            Clubs clubs,
            Courts courts,
            CourtAdministration courtAdministration,
            Users users,
            Clock clock,
            Event<Object> events,
            Audit audit) {
        this.clubs = clubs;
        this.courts = courts;
        this.courtAdministration = courtAdministration;
        this.users = users;
        this.clock = clock;
        this.events = events;
        this.audit = audit;
    }

    protected ClubAdministration() {
        this(null, null, null, null, null, null, null);
    }

    /** @throws ProblemException 400 naming the field, 409 when there is a club of that short name */
    public Club open(Caller who, ClubWish wish) {
        String name = Names.checked("name", wish.name());
        String slug = wish.slug() == null ? Names.slugOf(name) : wish.slug();
        if (slug.isEmpty())
            throw ProblemException.badRequest("slug", "no short name can be made of this name; choose one");
        refuseTaken(slug);
        String zone = wish.timeZone() == null ? ZoneId.systemDefault().getId() : ClubRules.timeZone(wish.timeZone());
        Club club = new Club(name, slug, ZoneId.of(zone));
        choose(club, wish);
        clubs.add(club);
        audit.tells(who, AuditAction.CLUB_ADDED, club.id(), club.id(), club.name());
        events.fire(new LiveUpdate("club_changed", club.id(), null, ClubView.of(club)));
        return club;
    }

    /** @throws ProblemException 404, 400 naming the field, 409 when another club has that short name */
    public Club change(Caller who, UUID clubId, ClubWish wish) {
        Club club = known(clubId);
        if (wish.name() != null) club.rename(wish.name());
        if (wish.slug() != null && !wish.slug().equals(club.slug())) {
            refuseTaken(Names.checkedSlug("slug", wish.slug()));
            club.isFoundAt(wish.slug());
            courtAdministration.tellOfAll(club);
        }
        if (wish.timeZone() != null) club.movesTo(wish.timeZone());
        choose(club, wish);
        audit.tells(who, AuditAction.CLUB_CHANGED, clubId, clubId, club.name());
        events.fire(new LiveUpdate("club_changed", clubId, null, ClubView.of(club)));
        return club;
    }

    private static void choose(Club club, ClubWish wish) {
        if (wish.retentionDays() != null) club.keepsVideosFor(wish.retentionDays());
        if (wish.quotaGb() != null) club.fillsAtMost(wish.quotaGb());
        if (wish.defaultMinutes() != null) club.recordsUsually(wish.defaultMinutes());
        if (wish.sound() != null) club.keepsSound(wish.sound());
        if (wish.allowHevc() != null) club.keepsHevc(wish.allowHevc());
        if (wish.autoUpload() != null) club.uploads(wish.autoUpload());
        if (wish.playersMayDelete() != null) club.playersMayDelete(wish.playersMayDelete());
        if (wish.processing() != null) club.processes(wish.processing());
        if (wish.notices() != null) club.hears(wish.notices());
    }

    private void refuseTaken(String slug) {
        if (clubs.byIdOrSlug(slug).isPresent())
            throw ProblemException.conflict("slug", "there is a club with the short name " + slug + " already");
    }

    /**
     * Its courts, cameras, memberships and videos go with it; members stay users. An empty club goes without further ado.
     *
     * @param confirmation the club's short name: whoever says it knows what is lost; else null
     * @throws ProblemException 404; 409 while a session is open there, or when something is lost and that was not
     *     confirmed, with what that is
     */
    public void delete(Caller who, UUID clubId, String confirmation) {
        Club club = known(clubId);
        List<Court> own = courts.ofClub(clubId);
        ClubLeaving leaving = new ClubLeaving(clubId, club.slug().equals(confirmation));
        if (!own.isEmpty()) leaving.loses(own.size() == 1 ? "1 court" : own.size() + " courts");
        events.fire(leaving);
        if (!leaving.losses().isEmpty() && !leaving.isConfirmed())
            throw ProblemException.conflict(
                    "confirm",
                    "deleting the club loses " + String.join(" and ", leaving.losses())
                            + "; whoever wants that says confirm=" + club.slug());
        own.forEach(court -> courtAdministration.removeCourt(who, court.id()));
        users.membersOf(clubId).forEach(member -> member.leaves(clubId));
        audit.tells(who, AuditAction.CLUB_DELETED, clubId, clubId, club.name());
        club.remove(clock.instant());
        events.fire(new ClubLeft(clubId));
        events.fire(new LiveUpdate("club_deleted", clubId, null, ClubView.of(club)));
    }

    private Club known(UUID clubId) {
        return clubs.byId(clubId).orElseThrow(() -> ProblemException.notFound("there is no such club"));
    }
}
