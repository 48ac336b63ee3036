package club.courtside.platform;

import java.sql.SQLException;
import java.time.Duration;

/** What it means when a PostgreSQL does not answer for a while: a state that passes, and no fault of what was asked. */
public final class DatabaseAway {

    private static final String CONNECTION_LOST = "08";
    private static final String SERVER_ENDS_OR_STARTS = "57P";
    private static final String NO_CONNECTION = "Error in allocating a connection";
    private static final Duration SOON = Duration.ofSeconds(5);

    private DatabaseAway() {}

    /** Whether something failed because the database was not there. */
    public static boolean isReasonOf(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause() == cause ? null : cause.getCause())
            if (isAway(cause)) return true;
        return false;
    }

    private static boolean isAway(Throwable cause) {
        if (cause instanceof SQLException sql && sql.getSQLState() != null)
            return sql.getSQLState().startsWith(CONNECTION_LOST)
                    || sql.getSQLState().startsWith(SERVER_ENDS_OR_STARTS);
        // The server's pool says it in words alone.
        return cause.getMessage() != null && cause.getMessage().contains(NO_CONNECTION);
    }

    /** To whoever asked. */
    public static ProblemException problem() {
        return ProblemException.unavailable(
                "the database does not answer at the moment; what is being recorded goes on, try again soon", SOON);
    }
}
