package club.courtside.library.inventory;

import club.courtside.platform.ClubDatabase;
import club.courtside.platform.DatabaseCopy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;

/**
 * What {@code ./courtside doctor --videos} and {@code backup} ask while no web application runs, as a process of its own with
 * the database's driver on its class path. It opens the database for reading only.
 *
 * <pre>
 * CatalogueProgram videos DATA [FILE …]   the number of videos, then one line for each difference; FILEs are being recorded
 * CatalogueProgram checksums DATA         fingerprints and files, as {@code sha256sum} prints them
 * CatalogueProgram snapshot DATA FILE     copies an H2 database into FILE, and says the number of its newest migration
 * CatalogueProgram verify DATA            reads such lines and prints one line for each file that differs
 * </pre>
 *
 * Exit code 2: the database cannot be opened, and a sentence says why.
 */
public final class CatalogueProgram {

    private static final int NO_DATABASE = 2;

    private CatalogueProgram() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path data = Path.of(arguments[1]);
        try {
            switch (arguments[0]) {
                case "videos" -> videos(data, Arrays.copyOfRange(arguments, 2, arguments.length), out);
                case "checksums" -> checksums(out);
                case "snapshot" -> snapshot(Path.of(arguments[2]), out);
                default -> verify(data, out);
            }
        } catch (SQLException e) {
            out.println("The database cannot be read: " + e.getMessage());
            System.exit(NO_DATABASE);
        }
    }

    private static void videos(Path data, String[] beingWritten, PrintStream out) throws IOException, SQLException {
        ClubDatabase database = ClubDatabase.readOnly();
        Inventory.take(data, database::getConnection, new HashSet<>(Arrays.asList(beingWritten)), Instant.now())
                .lines()
                .forEach(out::println);
    }

    private static void checksums(PrintStream out) throws SQLException {
        try (Connection connection = ClubDatabase.readOnly().getConnection()) {
            Catalogue.read(connection).checksums().forEach(out::println);
        }
    }

    private static void snapshot(Path file, PrintStream out) throws SQLException {
        try (Connection connection = ClubDatabase.readOnly().getConnection()) {
            out.println(DatabaseCopy.take(connection, file));
        }
    }

    private static void verify(Path data, PrintStream out) throws IOException {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (Iterator<String> lines = in.lines().iterator(); lines.hasNext(); ) {
            String[] line = lines.next().split(" {2}", 2);
            Path file = data.resolve(line[1]);
            // What is missing was said by the comparison.
            if (!Files.isRegularFile(file) || Fingerprint.of(file).equals(line[0])) continue;
            out.println(line[1] + ": the SHA-256 is not the certified one; the file was changed or damaged."
                    + " Put the recorded file back from a backup, or delete the video in the library.");
        }
    }
}
