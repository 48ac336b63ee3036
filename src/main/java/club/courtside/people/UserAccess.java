package club.courtside.people;

import club.courtside.account.Caller;
import club.courtside.account.Role;
import club.courtside.account.User;
import club.courtside.account.Users;
import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;

/**
 * Who may see and change which users. The operator everybody; staff the people of their clubs, as a whole only those who
 * belong to no other club, and never an operator; players themselves. Whom somebody may not know of does not exist: 404.
 */
@ApplicationScoped
public class UserAccess {

    private final Users users;

    @Inject
    public UserAccess(Users users) {
        this.users = users;
    }

    protected UserAccess() {
        this(null);
    }

    /** @throws ProblemException 403 for players */
    public void checkStaff(Caller caller) {
        if (caller.role() == Role.PLAYER) throw ProblemException.forbidden("only administrators see other users");
    }

    /** @throws ProblemException 404 */
    public User visible(Caller caller, UUID userId) {
        return users.byId(userId)
                .filter(user -> !user.isDeleted())
                .filter(user -> isSelf(caller, user)
                        || caller.isSuperAdmin()
                        || caller.role() == Role.CLUB_ADMIN && shareClub(caller, user))
                .orElseThrow(() -> ProblemException.notFound("there is no such user"));
    }

    /**
     * All of a user: name, address, role, whether they may sign in.
     *
     * @throws ProblemException 404 or 403
     */
    public User toChange(Caller caller, UUID userId) {
        User user = visible(caller, userId);
        if (!mayChange(caller, user))
            throw ProblemException.forbidden(
                    "staff change people of their own clubs only, and only those who belong to no other club");
        return user;
    }

    /**
     * Somebody else, in what nobody does to himself.
     *
     * @throws ProblemException 404, 403, or 409 for oneself
     */
    public User otherToChange(Caller caller, UUID userId) {
        User user = toChange(caller, userId);
        if (isSelf(caller, user))
            throw ProblemException.conflict("nobody disables or deletes himself; ask another administrator");
        return user;
    }

    /**
     * Which of the caller's clubs a user belongs to may be changed.
     *
     * @throws ProblemException 404 or 403
     */
    public User toMove(Caller caller, UUID userId) {
        User user = visible(caller, userId);
        if (!caller.isSuperAdmin() && (user.role() == Role.SUPER_ADMIN || caller.role() != Role.CLUB_ADMIN))
            throw ProblemException.forbidden("only administrators of the club may do that");
        return user;
    }

    /**
     * Sign-ins: one's own, and of those whom one may change.
     *
     * @throws ProblemException 404 or 403
     */
    public User toSignOut(Caller caller, UUID userId) {
        User user = visible(caller, userId);
        return isSelf(caller, user) ? user : toChange(caller, userId);
    }

    public boolean mayChange(Caller caller, User user) {
        return caller.isSuperAdmin()
                || caller.role() == Role.CLUB_ADMIN
                        && user.role() != Role.SUPER_ADMIN
                        && !user.clubs().isEmpty()
                        && caller.clubs().containsAll(user.clubs());
    }

    public boolean isSelf(Caller caller, User user) {
        return caller.id().equals(user.id());
    }

    /** @throws ProblemException 403, or 400 for staff or a player of no club */
    public void checkMayGive(Caller caller, Role role, Set<UUID> clubs) {
        if (role == Role.SUPER_ADMIN && !caller.isSuperAdmin())
            throw ProblemException.forbidden("only an operator makes an operator");
        if (role != Role.SUPER_ADMIN && clubs.isEmpty())
            throw ProblemException.badRequest("clubs", "staff and players belong to a club");
    }

    /**
     * The last one who runs all clubs stays.
     *
     * @throws ProblemException 409
     */
    public void checkNotLastOperator(User user) {
        boolean isOperator = user.role() == Role.SUPER_ADMIN && user.isEnabled();
        if (isOperator
                && users.operatorsLocked().stream().allMatch(other -> other.id().equals(user.id())))
            throw ProblemException.conflict("this is the last operator; make another one first");
    }

    private static boolean shareClub(Caller caller, User user) {
        return user.clubs().stream().anyMatch(caller.clubs()::contains);
    }
}
