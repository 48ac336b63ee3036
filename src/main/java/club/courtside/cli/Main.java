package club.courtside.cli;

import java.io.IOException;

/** The commands behind {@code ./courtside}; building and testing are the script's, running is here. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        String command = arguments.length == 0 ? "" : arguments[0];
        try {
            System.exit(execute(command));
        } catch (CannotRun e) {
            System.err.println("courtside: " + e.getMessage());
            System.exit(1);
        }
    }

    private static int execute(String command) throws IOException, InterruptedException {
        switch (command) {
            case "run":
                return new Launcher(Installation.fromSettings()).run();
            case "stop":
                return new RunningInstance(Installation.fromSettings()).stop(System.out);
            case "status":
                return new RunningInstance(Installation.fromSettings()).status(System.out);
            default:
                System.err.println("courtside: there is no command '" + command + "'; ./courtside help lists them");
                return 2;
        }
    }
}
