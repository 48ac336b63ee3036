package club.courtside.cli;

import java.io.IOException;
import java.util.List;

/** The commands behind {@code ./courtside}; building and testing are the script's, running is here. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        String command = arguments.length == 0 ? "" : arguments[0];
        try {
            System.exit(execute(command, List.of(arguments).subList(Math.min(1, arguments.length), arguments.length)));
        } catch (CannotRun e) {
            System.err.println("courtside: " + e.getMessage());
            System.exit(1);
        }
    }

    private static int execute(String command, List<String> options) throws IOException, InterruptedException {
        switch (command) {
            case "run":
                return new Launcher(Installation.fromSettings()).run();
            case "stop":
                return new RunningInstance(Installation.fromSettings()).stop(System.out);
            case "status":
                return new RunningInstance(Installation.fromSettings()).status(System.out);
            case "doctor":
                return new Doctor(Installation.fromSettings(), System.out).run(options);
            default:
                System.err.println("courtside: there is no command '" + command + "'; ./courtside help lists them");
                return 2;
        }
    }
}
