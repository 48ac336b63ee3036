package club.courtside.cli;

import java.io.PrintStream;
import java.util.Locale;

/** How a recording goes on: one line that is written again and again on a terminal, a line now and then elsewhere. */
final class RecordingLine {

    private static final long EVERY_SECONDS = 10;

    private final PrintStream out;
    private final boolean rewriting;
    private int written;
    private long nextAt;
    private String lastState = "";

    RecordingLine(PrintStream out, boolean rewriting) {
        this.out = out;
        this.rewriting = rewriting;
    }

    /** @param note what stands beside the figures; empty while all is well */
    void show(double elapsed, double planned, long bytes, String note) {
        String text =
                clock(elapsed) + " of " + clock(planned) + "  " + size(bytes) + (note.isEmpty() ? "" : "  " + note);
        if (rewriting) rewrite(text);
        else if (elapsed >= nextAt || !note.equals(lastState)) {
            out.println(text);
            nextAt = ((long) elapsed / EVERY_SECONDS + 1) * EVERY_SECONDS;
        }
        lastState = note;
    }

    private void rewrite(String text) {
        out.print("\r" + text + " ".repeat(Math.max(0, written - text.length())));
        out.flush();
        written = text.length();
    }

    /** What is said next begins on a line of its own. */
    void end() {
        if (written > 0) out.println();
        written = 0;
    }

    static String clock(double seconds) {
        long whole = Math.round(seconds);
        return whole < 3600
                ? String.format("%d:%02d", whole / 60, whole % 60)
                : String.format("%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }

    static String size(long bytes) {
        return bytes < 1_000_000_000
                ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
                : String.format(Locale.ROOT, "%.2f GB", bytes / 1e9);
    }
}
