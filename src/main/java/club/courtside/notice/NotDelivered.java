package club.courtside.notice;

import java.time.Duration;

/** A notice did not reach its receiver. */
final class NotDelivered extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean last;
    private final Duration pause;

    private NotDelivered(String message, Throwable cause, boolean last, Duration pause) {
        super(message, cause);
        this.last = last;
        this.pause = pause;
    }

    /** @param pause before which the receiver wants no further attempt */
    static NotDelivered forNow(String message, Throwable cause, Duration pause) {
        return new NotDelivered(message, cause, false, pause);
    }

    /** Trying again would change nothing. */
    static NotDelivered forGood(String message) {
        return new NotDelivered(message, null, true, Duration.ZERO);
    }

    boolean isFinal() {
        return last;
    }

    Duration pause() {
        return pause;
    }
}
