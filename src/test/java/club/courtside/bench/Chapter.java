package club.courtside.bench;

/**
 * A chapter of {@code docs/benchmarks.md}: from its title to the next chapter's. Each is written by a run of its own.
 *
 * @param title without the signs of Markdown
 */
public record Chapter(String title) {

    private static final String SIGN = "## ";

    private String head() {
        return SIGN + title + "\n";
    }

    private int begin(String report) {
        return report.startsWith(head()) ? 0 : report.indexOf("\n" + head()) + 1;
    }

    private boolean isIn(String report) {
        return report.startsWith(head()) || report.contains("\n" + head());
    }

    private int end(String report) {
        int next = report.indexOf("\n" + SIGN, begin(report));
        return next < 0 ? report.length() : next + 1;
    }

    /** The chapter with these words below its title. */
    public String of(String words) {
        return head() + "\n" + words.strip() + "\n";
    }

    /** That of a report; empty when it has none. */
    public String in(String report) {
        return isIn(report) ? report.substring(begin(report), end(report)).stripTrailing() + "\n" : "";
    }

    /** A report with another one, in its place, or at the end when it had none; an empty one changes nothing. */
    public String put(String report, String chapter) {
        if (chapter.isEmpty()) return report;
        String before = isIn(report) ? report.substring(0, begin(report)) : report;
        String after = isIn(report) ? report.substring(end(report)).strip() : "";
        return before.stripTrailing() + "\n\n" + chapter.strip() + "\n" + (after.isEmpty() ? "" : "\n" + after + "\n");
    }
}
