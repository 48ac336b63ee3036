package club.courtside.people;

import club.courtside.account.AccountLink;
import club.courtside.account.AccountLink.Kind;
import club.courtside.account.AccountLinks;
import club.courtside.account.Caller;
import club.courtside.account.Role;
import club.courtside.account.SignIns;
import club.courtside.account.SignedInDevice;
import club.courtside.account.SignedOut;
import club.courtside.account.User;
import club.courtside.account.UserQuery;
import club.courtside.account.Users;
import club.courtside.account.audit.Audit;
import club.courtside.account.audit.AuditAction;
import club.courtside.court.Club;
import club.courtside.court.CourtAccess;
import club.courtside.platform.LiveUpdate;
import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Adds, changes and removes users. Whoever is disabled or removed is out at once. */
@ApplicationScoped
@Transactional
public class UserAdministration {

    private final Users users;
    private final UserAccess access;
    private final UserFields fields;
    private final CourtAccess courts;
    private final SignIns signIns;
    private final AccountLinks links;
    private final Audit audit;
    private final Clock clock;
    private final Event<Object> events;

    @Inject
    public UserAdministration(
            Users users,
            UserAccess access,
            UserFields fields,
            CourtAccess courts,
            SignIns signIns,
            AccountLinks links,
            Audit audit,
            Clock clock,
            Event<Object> events) {
        this.users = users;
        this.access = access;
        this.fields = fields;
        this.courts = courts;
        this.signIns = signIns;
        this.links = links;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    protected UserAdministration() {
        this(null, null, null, null, null, null, null, null, null);
    }

    /** @throws ProblemException 403 for players, 404 for a club that one may not know of */
    public List<UserView> search(Caller caller, UserQuery query, int first, int size) {
        check(caller, query);
        return users.search(caller, query, first, size).stream()
                .map(user -> view(caller, user))
                .toList();
    }

    public long count(Caller caller, UserQuery query) {
        check(caller, query);
        return users.count(caller, query);
    }

    private void check(Caller caller, UserQuery query) {
        access.checkStaff(caller);
        if (query.clubId() != null && !caller.isAdminOf(query.clubId()))
            throw ProblemException.notFound("there is no such club");
    }

    /** @throws ProblemException 404 */
    public UserView view(Caller caller, UUID userId) {
        return view(caller, access.visible(caller, userId));
    }

    private UserView view(Caller caller, User user) {
        Set<UUID> clubs = user.clubs().stream().filter(caller::maySee).collect(Collectors.toSet());
        boolean changeable = access.mayChange(caller, user);
        return UserView.of(user, clubs, links.of(user.id(), Kind.INVITATION), changeable, access.isSelf(caller, user));
    }

    /**
     * Somebody who is to choose a password by the link that this makes.
     *
     * @throws ProblemException 400, 403, 409
     */
    Invited invite(Caller caller, UserWish wish) {
        access.checkStaff(caller);
        String email = fields.email(wish.email(), null);
        Role role = wish.role() == null ? Role.PLAYER : wish.role();
        Set<UUID> clubs = clubs(caller, wish.clubs() == null ? Set.of() : wish.clubs());
        access.checkMayGive(caller, role, clubs);
        User user = User.invited(email, fields.name(wish.name(), email), role);
        clubs.forEach(user::joins);
        user.speaks(fields.language(wish.language()));
        user.addedAt(clock.instant());
        users.add(user);
        return invited(caller, user);
    }

    /**
     * A new link for somebody who has not chosen a password yet, or has forgotten it; the old one ends.
     *
     * @throws ProblemException 404, 403, 409
     */
    Invited inviteAgain(Caller caller, UUID userId) {
        User user = access.otherToChange(caller, userId);
        if (!user.isEnabled()) throw ProblemException.conflict("this user is disabled");
        if (user.isInvited()) return invited(caller, user);
        String token = links.open(userId, Kind.PASSWORD);
        told(caller, AuditAction.PASSWORD_FORGOTTEN, user, user.email());
        return new Invited(view(caller, user), token, Kind.PASSWORD, endOf(user, Kind.PASSWORD));
    }

    private Invited invited(Caller caller, User user) {
        String token = links.open(user.id(), Kind.INVITATION);
        told(caller, AuditAction.USER_INVITED, user, user.email());
        return new Invited(view(caller, user), token, Kind.INVITATION, endOf(user, Kind.INVITATION));
    }

    private Instant endOf(User user, Kind kind) {
        return links.of(user.id(), kind).map(AccountLink::expiresAt).orElseThrow();
    }

    /**
     * What the wish leaves out stays as it is.
     *
     * @throws ProblemException 404, 403, 400, 409
     */
    public UserView change(Caller caller, UUID userId, UserWish wish) {
        User user = access.visible(caller, userId);
        Set<UUID> before = user.clubs();
        if (wish.clubs() != null) move(caller, access.toMove(caller, userId), wish.clubs());
        if (wish.role() != null && wish.role() != user.role()) promote(caller, userId, wish.role());
        if (wish.email() != null && !wish.email().equalsIgnoreCase(user.email()))
            readdress(caller, userId, wish.email());
        if (wish.name() != null || wish.language() != null) {
            if (!access.isSelf(caller, user) && !isUnchanged(user, wish)) access.toChange(caller, userId);
            if (wish.name() != null) user.rename(fields.name(wish.name(), user.email()));
            if (wish.language() != null) user.speaks(fields.language(wish.language()));
        }
        if (wish.enabled() != null && wish.enabled() != user.isEnabled()) enable(caller, userId, wish.enabled());
        if (!wish.isAboutSigningInOnly()) {
            Set<UUID> concerned = union(before, user.clubs());
            audit.tells(caller, AuditAction.USER_CHANGED, concerned, user.id(), user.displayName(), null);
            changed(caller, concerned);
        }
        return view(caller, user);
    }

    private static boolean isUnchanged(User user, UserWish wish) {
        return (wish.name() == null || wish.name().equals(user.displayName()))
                && (wish.language() == null || wish.language().equals(user.locale()));
    }

    private void move(Caller caller, User user, Set<String> wish) {
        Set<UUID> wanted = clubs(caller, wish);
        Set<UUID> own = user.clubs().stream().filter(caller::isAdminOf).collect(Collectors.toSet());
        if (wanted.equals(own)) return;
        if (access.isSelf(caller, user) && !caller.isSuperAdmin())
            throw ProblemException.conflict("nobody changes his own clubs");
        own.forEach(user::leaves);
        wanted.forEach(user::joins);
        access.checkMayGive(caller, user.role(), user.clubs());
    }

    private void promote(Caller caller, UUID userId, Role role) {
        User user = access.otherToChange(caller, userId);
        access.checkMayGive(caller, role, user.clubs());
        access.checkNotLastOperator(user);
        user.becomes(role);
    }

    private void readdress(Caller caller, UUID userId, String email) {
        User user = access.toChange(caller, userId);
        user.movesTo(fields.email(email, userId));
        links.closeAllOf(userId);
    }

    private void enable(Caller caller, UUID userId, boolean enabled) {
        User user = access.otherToChange(caller, userId);
        if (enabled) {
            user.enable();
        } else {
            access.checkNotLastOperator(user);
            user.disable();
            out(user);
        }
        told(caller, enabled ? AuditAction.USER_ENABLED : AuditAction.USER_DISABLED, user, null);
    }

    /**
     * Their name, address and sign-ins go; what they recorded stays with the club.
     *
     * @throws ProblemException 404, 403, 409
     */
    public void delete(Caller caller, UUID userId) {
        User user = access.otherToChange(caller, userId);
        access.checkNotLastOperator(user);
        out(user);
        told(caller, AuditAction.USER_DELETED, user, null);
        user.delete(clock.instant());
    }

    private void out(User user) {
        signIns.closeAllOf(user.id());
        links.closeAllOf(user.id());
        events.fire(new SignedOut(user.id(), null));
    }

    /** @throws ProblemException 404 or 403 */
    public List<SignedInDevice> signIns(Caller caller, UUID userId) {
        return signIns.of(access.toSignOut(caller, userId).id());
    }

    /** @throws ProblemException 404 or 403 */
    public void signOut(Caller caller, UUID userId, UUID signInId) {
        User user = access.toSignOut(caller, userId);
        if (!signIns.close(userId, signInId)) throw ProblemException.notFound("there is no such sign-in");
        events.fire(new SignedOut(userId, signInId));
        told(caller, AuditAction.SIGN_IN_ENDED, user, null);
    }

    /** @throws ProblemException 404 or 403 */
    public void signOutEverywhere(Caller caller, UUID userId) {
        User user = access.toSignOut(caller, userId);
        signIns.closeAllOf(userId);
        events.fire(new SignedOut(userId, null));
        told(caller, AuditAction.SIGN_IN_ENDED, user, null);
    }

    /** @throws ProblemException 400 when one of them is none that the caller runs */
    private Set<UUID> clubs(Caller caller, Set<String> idsOrSlugs) {
        List<Club> own = courts.clubs(caller).stream()
                .filter(club -> caller.isAdminOf(club.id()))
                .toList();
        return idsOrSlugs.stream()
                .map(name -> own.stream()
                        .filter(club ->
                                club.slug().equals(name) || club.id().toString().equals(name))
                        .findFirst()
                        .orElseThrow(() -> ProblemException.badRequest("clubs", "there is no such club")))
                .map(Club::id)
                .collect(Collectors.toSet());
    }

    private void told(Caller caller, AuditAction action, User user, String detail) {
        audit.tells(caller, action, user.clubs(), user.id(), user.displayName(), detail);
        changed(caller, user.clubs());
    }

    private void changed(Caller caller, Set<UUID> clubs) {
        for (UUID club : clubs) events.fire(new LiveUpdate("user_changed", club, caller.id(), Map.of()));
    }

    private static Set<UUID> union(Set<UUID> some, Set<UUID> more) {
        Set<UUID> all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }
}
