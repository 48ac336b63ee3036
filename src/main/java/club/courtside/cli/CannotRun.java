package club.courtside.cli;

/** Why Courtside cannot start or stop, in one sentence for the person at the keyboard. */
final class CannotRun extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotRun(String sentence) {
        super(sentence);
    }
}
