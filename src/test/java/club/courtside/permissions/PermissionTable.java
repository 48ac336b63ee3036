package club.courtside.permissions;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** {@code permissions.txt}: who gets which answer at which address. */
final class PermissionTable {

    private PermissionTable() {}

    static List<PermissionRow> rows() {
        List<PermissionRow> rows = new ArrayList<>();
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PermissionTable.class.getResourceAsStream("/club/courtside/permissions.txt")),
                StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank() && !line.startsWith("#")) rows.add(PermissionRow.parse(line, number));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
