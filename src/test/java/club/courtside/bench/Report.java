package club.courtside.bench;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The findings as {@code docs/benchmarks.md}: tables, what was aimed at, and what exactly was measured. */
final class Report {

    private static final String OURS = "Courtside";
    private static final String BUNDLED = "FFmpeg (bundled)";
    private static final String DEBIAN = "FFmpeg (Debian)";

    private final StringBuilder text = new StringBuilder();
    private final Findings found;

    private Report(Findings found) {
        this.found = found;
    }

    static String of(Findings found, Machine machine, LocalDate day, Duration time) {
        Report report = new Report(found);
        report.introduce(machine, day, time);
        report.cameras();
        report.others();
        report.commands();
        return report.text.toString();
    }

    private void introduce(Machine machine, LocalDate day, Duration time) {
        line("# What Courtside costs");
        line("");
        line("Written by `./courtside bench` on " + day + ": " + machine.describe() + ".");
        line("");
        line(
                "All contenders record the same cameras (RTSP over TCP, 1080p25 H.264 at 4 Mb/s, a key frame every 2 s) into");
        line("MP4 without encoding, one contender after the other, each for " + time.toSeconds()
                + " s after it has settled. The cameras are a");
        line(
                "process of their own, whose processor time does not count. Courtside writes fsync'd files and tells its events;");
        line("the others do not fsync.");
        line("");
        line("- **CPU**: utime and stime of all the contender's processes, in seconds for one camera in one minute.");
        line("- **Memory**: proportional set size (PSS) of all its processes, for one camera.");
        line(
                "- **Lost**: pictures that the cameras sent and that are in no file. The cameras end their streams before a");
        line("  contender is stopped, so nothing is under way.");
        line(
                "- **First picture**: from the start to the first picture in the file, median of the cameras; all write in");
        line(
                "  fragments, Courtside of 0.8 s, the others of 1 s. *Said*: until Courtside's event tells that it records.");
        line(
                "- **Late**: how far behind its schedule the source was, 99 % of all pictures; above 200 ms the round is void.");
        line("");
    }

    private void cameras() {
        if (found.rounds().isEmpty()) return;
        line("![CPU and memory for each camera](benchmarks.svg)");
        line("");
        line("| cameras | contender | CPU s/min | memory MB | lost of sent | first picture ms | said ms | late ms |");
        line("|--:|:--|--:|--:|--:|--:|--:|--:|");
        for (Round round : found.rounds())
            line("| %d | %s | %.3f | %.1f | %d of %d | %s | %s | %d%s |"
                    .formatted(
                            round.cameras(),
                            round.contender(),
                            round.cpu(),
                            round.pss() / 1e6,
                            round.lost(),
                            round.sent(),
                            orDash(round.firstInFile()),
                            orDash(round.announced()),
                            round.late().p99(),
                            round.late().isTooMuch() ? " **void**" : ""));
        line("");
        line(
                "| cameras | CPU against Debian's FFmpeg (≤ 1.0 aimed at) | memory against the bundled FFmpeg (≤ 0.6 aimed at) |");
        line("|--:|--:|--:|");
        List<Round> ours = found.rounds().stream()
                .filter(round -> round.contender().equals(OURS))
                .toList();
        ours.forEach(this::ratios);
        line("");
        if (ours.size() > 1) memoryOf(ours.get(0), ours.get(ours.size() - 1));
    }

    private void memoryOf(Round few, Round many) {
        double each = (many.pss() * many.cameras() - few.pss() * few.cameras()) / (many.cameras() - few.cameras());
        line(
                "Courtside is one process: from the first to the last of these rounds %.0f MB whatever it records, and %.1f MB for each camera."
                        .formatted((few.pss() - each) * few.cameras() / 1e6, each / 1e6));
        line("");
    }

    private void ratios(Round ours) {
        String cpu = round(DEBIAN, ours.cameras())
                .map(other -> "%.2f".formatted(ours.cpu() / other.cpu()))
                .orElse("–");
        String memory = round(BUNDLED, ours.cameras())
                .map(other -> "%.2f".formatted(ours.pss() / other.pss()))
                .orElse("–");
        line("| " + ours.cameras() + " | " + cpu + " | " + memory + " |");
    }

    private Optional<Round> round(String contender, int cameras) {
        return found.rounds().stream()
                .filter(round -> round.contender().equals(contender) && round.cameras() == cameras)
                .findFirst();
    }

    private static String orDash(long millis) {
        return millis < 0 ? "–" : Long.toString(millis);
    }

    private void others() {
        line("| what | measured | aimed at |");
        line("|:--|--:|--:|");
        if (found.latency() != null)
            line(
                    "| Live picture in Chromium behind the camera, p50 / p95 of %d pictures | %.0f / %.0f ms | p95 ≤ 150 ms |"
                            .formatted(
                                    found.latency().pictures(),
                                    found.latency().p50(),
                                    found.latency().p95()));
        for (Viewers.Cost cost : found.viewers())
            line("| Watching one court, %d viewers: engine and web application, for each | %.3f CPU s/min | |"
                    .formatted(cost.viewers(), cost.cpu()));
        if (found.preview() != null)
            line("| " + found.preview().what()
                    + " | %.2f CPU s/min | |".formatted(found.preview().cpu()));
        for (MjpegCost.Cost cost : found.recordings())
            line("| MJPEG 720p25 to H.264: " + cost.what()
                    + " | %.2f CPU s/min | %s |"
                            .formatted(cost.cpu(), cost == found.recordings().get(0) ? "≤ 1.05 × the next" : ""));
        if (found.recordings().size() > 1)
            line("| the same, Courtside against FFmpeg set alike | %.2f | ≤ 1.05 |"
                    .formatted(found.recordings().get(0).cpu()
                            / found.recordings().get(1).cpu()));
        if (found.longRecording() != null)
            line("| Stop of 2 h (%d pictures) until it is an ordinary MP4, safe on disk%s | %d ms, %.1f MB | ≤ 500 ms |"
                    .formatted(
                            found.longRecording().packets(),
                            found.longRecording().playable() ? "" : " (**not playable**)",
                            found.longRecording().stopMillis(),
                            found.longRecording().memory() / 1e6));
        if (found.start() != null)
            line("| Answer of `record/start`, median / most of %d | %d / %d ms | ≤ 200 ms |"
                    .formatted(
                            found.start().starts(),
                            found.start().median(),
                            found.start().most()));
        line("");
        if (found.latency() != null)
            line(
                    "The live picture's delay runs from the moment at which the source hands a picture's first packet to its"
                            + " socket to the moment for which Chromium announces that picture on the screen"
                            + " (`requestVideoFrameCallback`, `expectedDisplayTime`), in Courtside's own page, by the same"
                            + " machine's clock; the page reads the picture's number from the picture.\n");
    }

    private void commands() {
        List<String> lines = new ArrayList<>();
        found.contenders().forEach(c -> lines.add("- " + c.name() + ": `" + c.commandLine() + "`"));
        found.recordings().forEach(c -> lines.add("- MJPEG to H.264, " + c.what() + ": `" + c.command() + "`"));
        if (lines.isEmpty()) return;
        line("## How the contenders were started");
        line("");
        line("FFmpeg 5 has no `hybrid_fragmented` and leaves a fragmented file, which costs it less.");
        line("");
        lines.forEach(this::line);
        line("");
        line(
                "The bench lives among the tests (`club.courtside.bench`), so production does not carry it, and the script starts");
        line("it with the tests' class path: it needs no JUnit, and Maven only to build.");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    static {
        // Figures with points, whoever runs it.
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    }
}
