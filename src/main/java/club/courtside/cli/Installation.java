package club.courtside.cli;

import club.courtside.engine.client.EngineProcess;
import club.courtside.settings.Setting;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** One Courtside on one machine: its program folder, its data folder, its settings. */
record Installation(Path home, Path data, LaunchSettings settings) {

    /** In {@code run/} while a backup takes the place of what was there. */
    static final String RESTORING = "restoring";

    private static final long MEGABYTE = 1_000_000;
    private static final long NEEDED_TO_START = 500 * MEGABYTE;

    static Installation fromSettings() {
        String home = System.getProperty("courtside.home");
        if (home == null || !Files.isRegularFile(Path.of(home, "ROOT.war")))
            throw new CannotRun("Courtside is not built yet; ./courtside run builds it.");
        LaunchSettings settings = LaunchSettings.ofThisProcess();
        Path data =
                Path.of(settings.value(Setting.COURTSIDE_DATA)).toAbsolutePath().normalize();
        return new Installation(Path.of(home).toAbsolutePath(), data, settings);
    }

    /** Refuses settings that do not exist, creates the folders of the data folder and says clearly when that cannot be. */
    void prepare() {
        settings.refuseUnknownNames();
        if (Files.exists(run(RESTORING)))
            throw new CannotRun("A restore into " + data + " was interrupted; ./courtside restore FILE --force first.");
        try {
            for (String folder : new String[] {"run", "logs", "tmp", "cache"})
                Files.createDirectories(data.resolve(folder));
            long free = Files.getFileStore(data).getUsableSpace();
            if (free < NEEDED_TO_START)
                throw new CannotRun("The disk of " + data + " has only " + free / MEGABYTE
                        + " MB free; Courtside needs " + NEEDED_TO_START / MEGABYTE
                        + " MB to start. Free some space, or set COURTSIDE_DATA to a folder on another disk.");
        } catch (IOException e) {
            throw new CannotRun("The data folder " + data + " cannot be written (" + e.getMessage()
                    + "). Set COURTSIDE_DATA to a folder that you may write.");
        }
    }

    EngineProcess engine() {
        return new EngineProcess(data, engineClassPath(), Map.of());
    }

    /** Of the engine, the demo cameras and this program. */
    /** Where models would lie. */
    Path models() {
        return settings.get(Setting.COURTSIDE_MODELS).map(Path::of).orElse(data.resolve("models"));
    }

    String engineClassPath() {
        return home.resolve("engine") + File.separator + "*";
    }

    Path run(String file) {
        return data.resolve("run").resolve(file);
    }

    Path log(String file) {
        return data.resolve("logs").resolve(file);
    }
}
