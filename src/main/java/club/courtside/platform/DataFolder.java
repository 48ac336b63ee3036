package club.courtside.platform;

import club.courtside.settings.Setting;
import club.courtside.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Where everything lies that Courtside keeps. Each folder exists once it was asked for. */
@ApplicationScoped
public class DataFolder {

    private final Path root;
    private final Path models;

    public DataFolder() {
        this(
                Path.of(Settings.ofThisProcess().get(Setting.COURTSIDE_DATA).orElseThrow()),
                Settings.ofThisProcess()
                        .get(Setting.COURTSIDE_MODELS)
                        .map(Path::of)
                        .orElse(null));
    }

    public DataFolder(Path root) {
        this(root, null);
    }

    /** @param models null: within it */
    private DataFolder(Path root, Path models) {
        this.root = root.toAbsolutePath().normalize();
        this.models = models == null
                ? this.root.resolve("models")
                : models.toAbsolutePath().normalize();
    }

    public Path root() {
        return existing(root);
    }

    public Path database() {
        return existing(root.resolve("db"));
    }

    public Path videos() {
        return existing(root.resolve("videos"));
    }

    public Path videos(UUID clubId) {
        return existing(root.resolve("videos").resolve(clubId.toString()));
    }

    /** Video files that are not all here yet, or not looked at: on the disk of the videos, but none of them. */
    public Path arriving() {
        return existing(root.resolve("videos").resolve(".arriving"));
    }

    /** Copies of a club's videos, and their subtitles: on the disk of the videos, but none of them. */
    public Path renditions(UUID clubId) {
        return existing(root.resolve("videos").resolve(".renditions").resolve(clubId.toString()));
    }

    /** Of those who describe pictures and write subtitles; whoever runs Courtside puts them there. */
    public Path models() {
        return models;
    }

    public Path thumbnails() {
        return existing(root.resolve("thumbnails"));
    }

    public Path logs() {
        return existing(root.resolve("logs"));
    }

    /** A log of its own for each session. */
    public Path videoLogs() {
        return existing(root.resolve("logs").resolve("video"));
    }

    public Path keys() {
        return existing(root.resolve("keys"));
    }

    /** What the running processes tell each other. */
    public Path run() {
        return existing(root.resolve("run"));
    }

    private static Path existing(Path folder) {
        try {
            // What is a link to a folder, as to that of another disk, is none for createDirectories.
            return Files.isDirectory(folder) ? folder : Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create the folder " + folder, e);
        }
    }
}
