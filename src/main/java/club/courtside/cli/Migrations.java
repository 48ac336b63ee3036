package club.courtside.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/** Which schema of the database a built Courtside knows. */
final class Migrations {

    private static final Pattern MIGRATION = Pattern.compile("WEB-INF/classes/db/migration/V(\\d{1,6})__.*\\.sql");

    private Migrations() {}

    /** @return the number of the newest migration */
    static int newestIn(Path war) throws IOException {
        try (ZipFile zip = new ZipFile(war.toFile())) {
            return zip.stream()
                    .map(entry -> MIGRATION.matcher(entry.getName()))
                    .filter(Matcher::matches)
                    .mapToInt(found -> Integer.parseInt(found.group(1)))
                    .max()
                    .orElse(0);
        }
    }
}
