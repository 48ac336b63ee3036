package club.courtside.cli;

import club.courtside.engine.api.EngineStatus;
import club.courtside.engine.client.EngineClient;
import club.courtside.settings.Setting;
import club.courtside.settings.premises.Premise;
import club.courtside.settings.premises.Premises;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code ./courtside doctor}: looks at everything that Courtside needs, and says what is wrong and what to do. */
final class Doctor {

    private static final int LOADING_SECONDS = 60;
    private static final long GB = 1_000_000_000;
    private static final long ENOUGH = 10 * GB;

    private final Installation installation;
    private Findings findings;
    private final PrintStream out;
    private final LocalCalls local;

    Doctor(Installation installation, PrintStream out) {
        this.installation = installation;
        this.out = out;
        this.local = new LocalCalls(installation);
    }

    /** @return 0 when nothing is wrong */
    int run(List<String> options) throws IOException, InterruptedException {
        Words words = Words.of("doctor", options, Set.of("--videos", "--check", "--json"), Set.of(), 0);
        if (words.has("--json") && words.has("--videos")) throw words.wrong("--json does not go with --videos");
        if (words.has("--videos")) return new VideoDoctor(installation, local, out).run(words.has("--check"));
        if (words.has("--check")) throw words.wrong("--check goes with --videos");
        findings = new Findings(out, words.has("--json"));
        premises();
        ffmpeg();
        boolean serves = webApplication();
        if (!serves) port();
        Optional<EngineClient> engine = installation.engine().running();
        engine(engine.map(EngineClient::status), serves);
        if (serves) {
            cameras();
            targets();
        } else findings.unknown("Cameras and targets", "they are tried while Courtside runs");
        return findings.conclude();
    }

    private void ffmpeg() throws IOException, InterruptedException {
        ShortProcess tool = ShortProcess.java(
                List.of(
                        "-Dorg.bytedeco.javacpp.cachedir="
                                + installation.data().resolve("cache").resolve("javacpp"),
                        "-cp",
                        installation.engineClassPath(),
                        "club.courtside.engine.MediaTool",
                        String.valueOf(LOADING_SECONDS),
                        "version"),
                "");
        if (tool.exitCode() == 0) findings.ok("FFmpeg", tool.lastLine() + ", its libraries load");
        else
            findings.wrong(
                    "FFmpeg",
                    "its libraries do not load: " + tool.lastLine(),
                    "Build again on this machine (rm -r target, ./courtside run); it needs a 64-bit system that bytedeco"
                            + " builds FFmpeg for, and a data folder that programs may run from.");
    }

    private void premises() throws IOException {
        Path data = installation.data();
        for (Premise premise : Premises.at(data, installation.models())) {
            if (premise.isInOrder()) findings.ok(premise.title(), premise.detail());
            else findings.wrong(premise.title(), premise.detail(), premise.next());
        }
        if (!Files.isDirectory(data)) {
            findings.unknown("Disk", "the data folder is made at the first start");
            return;
        }
        long free = Files.getFileStore(data).getUsableSpace();
        if (free >= ENOUGH) findings.ok("Disk", free / GB + " GB free");
        else
            findings.wrong(
                    "Disk",
                    "only %.1f GB free".formatted((double) free / GB),
                    "An hour of a match needs about 2 GB beside the reserve (COURTSIDE_MIN_FREE_GB). Delete videos, shorten"
                            + " the club's retention, or set COURTSIDE_DATA to a larger disk.");
    }

    /** @return whether it answers */
    private boolean webApplication() throws InterruptedException {
        Optional<RunFile.Running> running = RunFile.read(installation).filter(RunFile.Running::launcherIsAlive);
        if (running.isEmpty()) {
            findings.unknown("Web application", "does not run; ./courtside run starts it");
            return false;
        }
        boolean answers = local.serves();
        if (answers) findings.ok("Web application", "runs at " + running.get().pages());
        else
            findings.wrong(
                    "Web application",
                    "does not answer at " + running.get().pages(),
                    "It may be starting: ask again in a minute. Otherwise look into "
                            + installation.log("courtside.log") + ".");
        return answers;
    }

    private void port() {
        int port = installation.settings().port();
        if (RunFile.read(installation).filter(RunFile.Running::launcherIsAlive).isPresent()) return;
        if (FreePort.is(installation.settings().value(Setting.COURTSIDE_HOST), port))
            findings.ok("Port", port + " is free");
        else
            findings.wrong(
                    "Port",
                    port + " is taken by another program",
                    "Stop that program, or set COURTSIDE_PORT to another one.");
    }

    private void engine(Optional<EngineStatus> status, boolean needed) {
        if (status.isPresent()) {
            long recording = status.get().recordings().stream()
                    .filter(r -> !r.state().hasEnded())
                    .count();
            findings.ok(
                    "Engine",
                    "process " + status.get().pid() + ", "
                            + status.get().feeds().size() + " cameras known, " + recording + " recording");
        } else if (needed)
            findings.wrong(
                    "Engine",
                    "does not answer, so nothing can be watched or recorded",
                    "It is started again within seconds; otherwise look into " + installation.log("engine.log") + ".");
        else findings.unknown("Engine", "does not run; the web application starts it");
    }

    private void targets() throws InterruptedException {
        List<String> found = local.lines("targets");
        if (found.isEmpty()) findings.unknown("Target", "none is set up; docs/uploads.md says how");
        for (String line : found) {
            if (line.startsWith("ok ")) findings.ok("Target", line.substring("ok ".length()));
            else findings.wrong("Target", line.replaceFirst("^wrong ", ""));
        }
    }

    private void cameras() throws InterruptedException {
        for (String line : local.lines("cameras")) {
            if (line.startsWith("ok ")) findings.ok("Camera", line.substring("ok ".length()));
            else findings.wrong("Camera", line.replaceFirst("^wrong ", ""));
        }
    }
}
