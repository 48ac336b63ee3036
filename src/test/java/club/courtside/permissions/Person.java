package club.courtside.permissions;

/** The columns of the table, from left to right. */
enum Person {
    ANONYMOUS,
    /** A player: opened the session, recorded in it, owns the video. */
    OWNER,
    /** Another player of the same club. */
    PLAYER,
    /** A player of another club. */
    OUTSIDER,
    CLUB_ADMIN,
    /** Runs another club. */
    OTHER_ADMIN,
    SUPER_ADMIN
}
