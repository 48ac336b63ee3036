package club.courtside.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** What the doctor found: one line each, or one object for a script. */
final class Findings {

    private final PrintStream out;
    private final boolean json;
    private final List<JsonLine> all = new ArrayList<>();
    private int wrong;

    Findings(PrintStream out, boolean json) {
        this.out = out;
        this.json = json;
    }

    void ok(String what, String how) {
        print("ok", what, how);
    }

    /** Neither right nor wrong at this moment. */
    void unknown(String what, String how) {
        print(json ? "unknown" : "-", what, how);
    }

    void wrong(String what, String how, String next) {
        wrong(what, how + ". " + next);
    }

    void wrong(String what, String how) {
        wrong++;
        print("wrong", what, how);
    }

    private void print(String verdict, String what, String how) {
        if (json)
            all.add(new JsonLine().with("verdict", verdict).with("what", what).with("how", how));
        else out.printf("%-6s %s: %s%n", verdict, what, how);
    }

    /** @return 0 when nothing is wrong, else 1 */
    int conclude() {
        if (json) out.println(new JsonLine().with("wrong", wrong).withAll("findings", all));
        else if (wrong == 0) out.println("Nothing is wrong.");
        else out.println(wrong == 1 ? "One thing is wrong." : wrong + " things are wrong.");
        return wrong == 0 ? 0 : 1;
    }
}
