package club.courtside.cli;

/** The command line says something that no command understands; exit code 2. */
final class WrongUsage extends CannotRun {

    private static final long serialVersionUID = 1L;

    WrongUsage(String sentence) {
        super(sentence);
    }
}
