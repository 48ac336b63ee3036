package club.courtside.settings;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;

/**
 * The settings in force: system property, then environment, then {@code .env} in the working folder, then {@code .env}
 * in the data folder, then the default. What is needed before MicroProfile Config answers (database, data folder) reads
 * them here; everything else takes them by {@code @ConfigProperty}, which sees the same values. The launcher reads them
 * here as well.
 */
public final class Settings {

    private final Properties properties;
    private final Map<String, String> environment;
    private final Map<String, String> files = new LinkedHashMap<>();

    /** @throws java.io.UncheckedIOException when a {@code .env} file cannot be read */
    public Settings(Properties properties, Map<String, String> environment, Path workingFolder) {
        this.properties = properties;
        this.environment = environment;
        files.putAll(EnvFile.read(workingFolder.resolve(".env")));
        Path data = workingFolder.resolve(get(Setting.COURTSIDE_DATA).orElseThrow());
        EnvFile.read(data.resolve(".env")).forEach(files::putIfAbsent);
    }

    /** Those of this process. */
    public static Settings ofThisProcess() {
        return Current.SETTINGS;
    }

    public Optional<String> get(Setting setting) {
        String value = properties.getProperty(setting.property());
        if (value == null) value = environment.get(setting.name());
        if (value == null) value = files.get(setting.name());
        if (value == null || value.isBlank()) return setting.defaultValue();
        return Optional.of(value.strip());
    }

    /** What the {@code .env} files say. */
    public Map<String, String> fromFiles() {
        return files;
    }

    /**
     * A mistyped name would be ignored in silence; it is refused instead, with the name that was probably meant.
     *
     * @throws IllegalStateException with a sentence for people
     */
    public void refuseUnknownNames() {
        TreeSet<String> names = new TreeSet<>(environment.keySet());
        names.addAll(files.keySet());
        for (String name : names) {
            if (name.startsWith("COURTSIDE_") && Setting.named(name).isEmpty())
                throw new IllegalStateException(
                        "unknown setting " + name + "; did you mean " + NearestName.of(name, Setting.names()) + "?");
        }
    }

    private static final class Current {
        static final Settings SETTINGS = new Settings(System.getProperties(), System.getenv(), Path.of(""));
    }
}
