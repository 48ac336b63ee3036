package club.courtside.account;

import java.io.Serializable;
import java.security.Principal;
import java.util.Set;
import java.util.UUID;

/**
 * Who asks: the signed-in user as they were when this request began. Handed on explicitly, so that a rule never depends
 * on a thread.
 *
 * @param clubs the clubs they belong to; a super administrator sees all the same
 * @param signIn the sign-in by which they came; null for somebody who did not come by one
 * @param address the IP address that they came from; null when it is not known
 */
public record Caller(UUID id, String email, String displayName, Role role, Set<UUID> clubs, UUID signIn, String address)
        implements Principal, Serializable {

    /** Of all programs that come by a key instead of a user. */
    private static final UUID PROGRAM = new UUID(0, 1);

    public Caller {
        if (id == null || role == null) throw new IllegalArgumentException("a caller is a user with a role");
        clubs = Set.copyOf(clubs);
    }

    public Caller(UUID id, String email, String displayName, Role role, Set<UUID> clubs) {
        this(id, email, displayName, role, clubs, null, null);
    }

    /**
     * A program that has a key; it runs one club.
     *
     * @param name that people see
     */
    public static Caller ofProgram(String name, UUID club) {
        return new Caller(PROGRAM, "", name, Role.CLUB_ADMIN, Set.of(club));
    }

    /** There is no user behind it. */
    public boolean isProgram() {
        return PROGRAM.equals(id);
    }

    Caller cameBy(UUID theirSignIn) {
        return new Caller(id, email, displayName, role, clubs, theirSignIn, address);
    }

    public Caller cameFrom(String theirAddress) {
        return new Caller(id, email, displayName, role, clubs, signIn, theirAddress);
    }

    /** The name that the container knows them by: the id, which never changes. */
    @Override
    public String getName() {
        return id.toString();
    }

    public boolean isSuperAdmin() {
        return role == Role.SUPER_ADMIN;
    }

    /** Belongs to that club, in whatever role. */
    public boolean maySee(UUID clubId) {
        return isSuperAdmin() || clubs.contains(clubId);
    }

    public boolean isAdminOf(UUID clubId) {
        return isSuperAdmin() || role == Role.CLUB_ADMIN && clubs.contains(clubId);
    }
}
