package club.courtside.session;

/** CDI event, inside the transaction that says so: a session was closed. */
public record SessionClosed(Session session) {}
