package club.courtside.cli;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/** The commands behind {@code ./courtside}; building and testing are the script's, running is here. */
public final class Main {

    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private Main() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        String command = arguments.length == 0 ? "" : arguments[0];
        try {
            System.exit(execute(command, List.of(arguments).subList(Math.min(1, arguments.length), arguments.length)));
        } catch (CannotRun e) {
            System.err.println("courtside: " + e.getMessage());
            System.exit(e instanceof WrongUsage ? WRONG_USAGE : FAILED);
        }
    }

    private static int execute(String command, List<String> options) throws IOException, InterruptedException {
        if (command.isEmpty() || command.matches("help|-h|--help")) {
            System.out.println(options.isEmpty() ? Help.overview() : Help.of(options.get(0)));
            return 0;
        }
        if (Help.isWanted(options)) {
            System.out.println(Help.of(command));
            return 0;
        }
        return switch (command) {
            case "run" -> {
                Words.of(command, options, Set.of(), Set.of(), 0);
                yield new Launcher(Installation.fromSettings()).run();
            }
            case "stop" -> new RunningInstance(Installation.fromSettings()).stop(options, System.out);
            case "status" -> new RunningInstance(Installation.fromSettings()).status(options, System.out);
            case "doctor" -> new Doctor(Installation.fromSettings(), System.out).run(options);
            case "recover" -> new Recover(Installation.fromSettings(), System.out).run(options);
            case "upload-test" -> new TargetTest(Installation.fromSettings(), System.out).run(options);
            case "backup" -> new Backup(Installation.fromSettings(), System.out).run(options);
            case "restore" -> new Restore(Installation.fromSettings(), System.out).run(options);
            case "record" -> new RecordCamera(Installation.fromSettings(), System.out).run(options);
            case "import" -> new Import(Installation.fromSettings(), System.out).run(options);
            default -> throw new WrongUsage("there is no command '" + command + "'; ./courtside help lists them all.");
        };
    }
}
