package club.courtside.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the launcher has to know before there is a web application: environment first, then a {@code .env} file. */
final class LaunchSettings {

    private final Map<String, String> environment;
    private final Map<String, String> file;

    LaunchSettings(Map<String, String> environment, Map<String, String> file) {
        this.environment = environment;
        this.file = file;
    }

    static LaunchSettings ofThisProcess() {
        return new LaunchSettings(System.getenv(), readIfThere(Path.of(".env")));
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(environment.getOrDefault(name, file.get(name)))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    String get(String name, String otherwise) {
        return get(name).orElse(otherwise);
    }

    /** 0 chooses a free port. */
    int port() {
        String given = get("COURTSIDE_PORT", "8080");
        try {
            int port = Integer.parseInt(given);
            if (port >= 0 && port <= 65535) return port;
        } catch (NumberFormatException e) {
            // the sentence below says it
        }
        throw new CannotRun("COURTSIDE_PORT is '" + given + "', but a port is a number from 0 to 65535.");
    }

    /** Demo data until somebody configures a database or says otherwise. */
    boolean demo() {
        return get("COURTSIDE_DEMO")
                .map(Boolean::parseBoolean)
                .orElse(get("COURTSIDE_DB_URL").isEmpty());
    }

    static Map<String, String> readIfThere(Path envFile) {
        Map<String, String> values = new HashMap<>();
        if (!Files.isRegularFile(envFile)) return values;
        try {
            for (String line : Files.readAllLines(envFile)) {
                int equals = line.indexOf('=');
                if (equals < 1 || line.stripLeading().startsWith("#")) continue;
                values.put(
                        line.substring(0, equals).strip().replaceFirst("^export\\s+", ""),
                        unquoted(line.substring(equals + 1).strip()));
            }
        } catch (IOException e) {
            throw new CannotRun("The settings file " + envFile.toAbsolutePath() + " cannot be read.");
        }
        return values;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1
                && (value.startsWith("\"") && value.endsWith("\"") || value.startsWith("'") && value.endsWith("'"));
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
