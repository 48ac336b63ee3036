package club.courtside.cli;

/** Why a command cannot do what it was asked, in one sentence for the person at the keyboard. */
class CannotRun extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotRun(String sentence) {
        super(sentence);
    }
}
