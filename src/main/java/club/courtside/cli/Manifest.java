package club.courtside.cli;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a backup says of itself: which schema its database has, and of each file its size and SHA-256. It is the archive's last
 * entry, so that an archive without it is half a one.
 *
 * @param schema number of the newest migration in the database
 * @param database {@code h2} or {@code postgresql}
 */
record Manifest(Instant taken, int schema, String database, Map<String, Part> parts) {

    static final String NAME = "courtside-backup.txt";
    private static final String TITLE = "Courtside backup 1";
    private static final Pattern PART = Pattern.compile("([0-9a-f]{64}) +(\\d{1,15})  (.+)");

    /** What may be in a backup; nothing else is ever written into a data folder. */
    private static final Pattern PLACE =
            Pattern.compile("\\.env|settings\\.env|(db|keys|videos)(/[^/\\\\\\x00-\\x1f]+)+");

    /** One file of the archive. */
    record Part(long bytes, String sha256) {}

    Manifest {
        parts = new TreeMap<>(parts);
    }

    /** Whether a file of this name may lie in a data folder. */
    static boolean isPlace(String name) {
        if (!PLACE.matcher(name).matches()) return false;
        for (String step : name.split("/")) if (step.equals(".") || step.equals("..")) return false;
        return true;
    }

    boolean isPostgresql() {
        return database.equals("postgresql");
    }

    long videos() {
        return parts.keySet().stream()
                .filter(name -> name.startsWith("videos/"))
                .count();
    }

    byte[] text() {
        StringBuilder lines = new StringBuilder(TITLE + "\n");
        lines.append("taken ").append(taken).append('\n');
        lines.append("schema ").append(schema).append('\n');
        lines.append("database ").append(database).append('\n');
        parts.forEach((name, part) -> lines.append("%s %12d  %s\n".formatted(part.sha256(), part.bytes(), name)));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @throws CannotRun when it is none */
    static Manifest of(byte[] text) {
        String[] lines = new String(text, StandardCharsets.UTF_8).split("\n");
        if (!lines[0].equals(TITLE)) throw new CannotRun("It was made by another version of Courtside: " + lines[0]);
        try {
            Map<String, Part> parts = new TreeMap<>();
            for (int at = 4; at < lines.length; at++) {
                Matcher part = PART.matcher(lines[at]);
                if (!part.matches() || !isPlace(part.group(3))) throw damaged(lines[at]);
                parts.put(part.group(3), new Part(Long.parseLong(part.group(2)), part.group(1)));
            }
            return new Manifest(
                    Instant.parse(value(lines, 1, "taken ")),
                    Integer.parseInt(value(lines, 2, "schema ")),
                    value(lines, 3, "database "),
                    parts);
        } catch (DateTimeParseException | NumberFormatException e) {
            throw damaged(e.getMessage());
        }
    }

    private static String value(String[] lines, int at, String name) {
        if (lines.length <= at || !lines[at].startsWith(name)) throw damaged(name + "is missing");
        return lines[at].substring(name.length());
    }

    private static CannotRun damaged(String what) {
        return new CannotRun("Its list of files is not as Courtside writes it: " + what);
    }
}
