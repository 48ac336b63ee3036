package club.courtside.cli;

import club.courtside.settings.Setting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code pg_dump} and {@code pg_restore}, which know PostgreSQL better than we do. */
final class PostgresPrograms {

    private final LaunchSettings settings;

    PostgresPrograms(LaunchSettings settings) {
        this.settings = settings;
    }

    static boolean isUsed(LaunchSettings settings) {
        return settings.get(Setting.COURTSIDE_DB_URL)
                .filter(url -> url.startsWith("jdbc:postgresql:"))
                .isPresent();
    }

    /** All of one moment, while others work in it. */
    void dump(Path to) throws IOException, InterruptedException {
        run("pg_dump", "The database could not be backed up", List.of("--format=custom", "--no-owner", "--file=" + to));
    }

    /** All or nothing, into a database that is empty. */
    void restore(Path from) throws IOException, InterruptedException {
        run(
                "pg_restore",
                "The database could not be restored, and nothing was changed; it has to be empty (createdb makes one,"
                        + " COURTSIDE_DB_URL names it)",
                List.of("--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error", from.toString()));
    }

    private void run(String program, String failure, List<String> more) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(program, "--dbname=" + address()));
        line.addAll(more);
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("PGUSER", settings.value(Setting.COURTSIDE_DB_USER));
        settings.get(Setting.COURTSIDE_DB_PASSWORD)
                .ifPresent(password -> builder.environment().put("PGPASSWORD", password));
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new CannotRun(program + " is missing; it belongs to PostgreSQL (Debian: apt-get install"
                    + " postgresql-client). Install the version of your database server.");
        }
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) throw new CannotRun(failure + ". " + program + " says: " + said);
    }

    /** What libpq understands of a JDBC address: the place of the database, and whether it is reached by TLS. */
    private String address() {
        String url = settings.get(Setting.COURTSIDE_DB_URL).orElseThrow().substring("jdbc:".length());
        int query = url.indexOf('?');
        if (query < 0) return url;
        String mode = List.of(url.substring(query + 1).split("&")).stream()
                .filter(option -> option.startsWith("sslmode="))
                .findFirst()
                .map(option -> "?" + option)
                .orElse("");
        return url.substring(0, query) + mode;
    }
}
