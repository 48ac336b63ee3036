package club.courtside.cli;

import java.io.PrintStream;

/** What the doctor found, one line each. */
final class Findings {

    private final PrintStream out;
    private int wrong;

    Findings(PrintStream out) {
        this.out = out;
    }

    void ok(String what, String how) {
        print("ok", what, how);
    }

    /** Neither right nor wrong at this moment. */
    void unknown(String what, String how) {
        print("-", what, how);
    }

    void wrong(String what, String how, String next) {
        wrong(what, how + ". " + next);
    }

    void wrong(String what, String how) {
        wrong++;
        print("wrong", what, how);
    }

    private void print(String verdict, String what, String how) {
        out.printf("%-6s %s: %s%n", verdict, what, how);
    }

    /** @return 0 when nothing is wrong, else 1 */
    int conclude() {
        if (wrong == 0) out.println("Nothing is wrong.");
        else out.println(wrong == 1 ? "One thing is wrong." : wrong + " things are wrong.");
        return wrong == 0 ? 0 : 1;
    }
}
