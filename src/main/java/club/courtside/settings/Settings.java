package club.courtside.settings;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The settings in force: system property, then environment, then {@code .env} in the working folder, then {@code .env}
 * in the data folder, then what was chosen on the settings page, then the default. What is needed before MicroProfile Config answers (database, data folder) reads
 * them here; everything else takes them by {@code @ConfigProperty}, which sees the same values. The launcher reads them
 * here as well.
 */
public final class Settings {

    private static final String CHOSEN = "settings.env";

    private final Properties properties;
    private final Map<String, String> environment;
    private final Map<String, String> files = new LinkedHashMap<>();
    private final Path chosenFile;
    private volatile Map<String, String> chosen = Map.of();

    /** @throws java.io.UncheckedIOException when a {@code .env} file cannot be read */
    public Settings(Properties properties, Map<String, String> environment, Path workingFolder) {
        this.properties = properties;
        this.environment = environment;
        files.putAll(EnvFile.read(workingFolder.resolve(".env")));
        Path data = workingFolder.resolve(get(Setting.COURTSIDE_DATA).orElseThrow());
        EnvFile.read(data.resolve(".env")).forEach(files::putIfAbsent);
        chosenFile = data.resolve(CHOSEN);
        chosen = EnvFile.read(chosenFile);
    }

    /** Those of this process. */
    public static Settings ofThisProcess() {
        return Current.SETTINGS;
    }

    public Optional<String> get(Setting setting) {
        return source(setting) == SettingSource.DEFAULT
                ? setting.defaultValue()
                : Optional.of(value(source(setting), setting).strip());
    }

    public SettingSource source(Setting setting) {
        return Arrays.stream(SettingSource.values())
                .filter(source -> isSet(value(source, setting)))
                .findFirst()
                .orElse(SettingSource.DEFAULT);
    }

    private String value(SettingSource source, Setting setting) {
        return switch (source) {
            case PROPERTY -> properties.getProperty(setting.property());
            case ENVIRONMENT -> environment.get(setting.name());
            case FILE -> files.get(setting.name());
            case PAGE -> chosen.get(setting.name());
            case DEFAULT -> null;
        };
    }

    private static boolean isSet(String value) {
        return value != null && !value.isBlank();
    }

    /**
     * Chooses values for as long as nobody sets them where Courtside is started. All or none.
     *
     * @param values null goes back to the default
     * @throws IllegalArgumentException with a sentence for people, when a value does not follow its {@link SettingRule}
     */
    public synchronized void choose(Map<Setting, String> values) {
        values.forEach(Settings::check);
        Map<String, String> next = new TreeMap<>(chosen);
        values.forEach((setting, value) -> {
            if (value == null) next.remove(setting.name());
            else next.put(setting.name(), value.strip());
        });
        EnvFile.write(chosenFile, next);
        chosen = next;
    }

    /** @throws IllegalArgumentException with a sentence for people */
    public static void check(Setting setting, String value) {
        SettingRule rule = SettingRule.of(setting)
                .orElseThrow(() -> new IllegalArgumentException(
                        setting + " can only be set in the environment or in a .env file"));
        if (value != null && !rule.accepts().test(value.strip()))
            throw new IllegalArgumentException(setting + " is " + rule.expectation());
    }

    /** What the {@code .env} files say, and what was chosen on the page. */
    public Map<String, String> fromFiles() {
        Map<String, String> all = new LinkedHashMap<>(chosen);
        all.putAll(files);
        return all;
    }

    /**
     * A mistyped name would be ignored in silence; it is refused instead, with the name that was probably meant.
     *
     * @throws IllegalStateException with a sentence for people
     */
    public void refuseUnknownNames() {
        TreeSet<String> names = new TreeSet<>(environment.keySet());
        names.addAll(fromFiles().keySet());
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
