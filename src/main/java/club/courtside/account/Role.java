package club.courtside.account;

/** What somebody is; what they may do follows from it and from their clubs. */
public enum Role {
    /** The operator of all clubs. */
    SUPER_ADMIN,
    /** The staff of their clubs. */
    CLUB_ADMIN,
    /** A member who plays. */
    PLAYER
}
