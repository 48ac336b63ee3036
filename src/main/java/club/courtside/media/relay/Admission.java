package club.courtside.media.relay;

import java.util.concurrent.CompletionStage;

/** Who may read what: the relay asks, somebody else knows. */
public interface Admission {

    /** What was decided. */
    enum Verdict {
        WELCOME,
        /** No such user, a wrong password, a token that is over: they may try again. */
        WRONG_CREDENTIALS,
        /** They may know of it, but not read it now. */
        NOT_ALLOWED,
        /** Too many wrong passwords. */
        TOO_MANY_ATTEMPTS,
        /** There is nothing at that path, or nothing that they may know of. */
        UNKNOWN,
        /** Who decides cannot be asked at the moment. */
        NOBODY_TO_ASK
    }

    /**
     * A verdict, and of whom.
     *
     * @param who in the words of whoever decided, told again by {@link Relay#visits()}; null unless they are welcome
     */
    record Decision(Verdict verdict, String who) {

        public Decision(Verdict verdict) {
            this(verdict, null);
        }
    }

    /**
     * Somebody wants to read. Returns at once; the answer may come from any thread, and is final for this login.
     *
     * @return never fails
     */
    CompletionStage<Decision> ask(Login login);
}
