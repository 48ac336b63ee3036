package club.courtside.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/** {@code ./courtside upload-test}: whether the targets of uploads can be reached and take our keys. */
final class TargetTest {

    private final LocalCalls local;
    private final Installation installation;
    private final PrintStream out;

    TargetTest(Installation installation, PrintStream out) {
        this.installation = installation;
        this.local = new LocalCalls(installation);
        this.out = out;
    }

    /** @return 0 when there is a target and all of them can be used */
    int run(List<String> options) throws InterruptedException {
        Words.of("upload-test", options, Set.of(), Set.of(), 0);
        if (!local.serves())
            throw new CannotRun("Courtside does not run on the data folder " + installation.data()
                    + "; start it first (./courtside run).");
        List<String> found = local.lines("targets");
        found.forEach(line -> out.println(line.replaceFirst("^(ok|wrong) ", "$1: ")));
        if (found.isEmpty()) out.println("No target is set up; docs/uploads.md says how to set one up.");
        return !found.isEmpty() && found.stream().allMatch(line -> line.startsWith("ok ")) ? 0 : 1;
    }
}
