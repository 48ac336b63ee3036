package club.courtside.platform;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Copies an H2 database as it is at one moment, while others go on working in it. */
public final class DatabaseCopy {

    private static final String SCHEMA =
            "select max(cast(version as integer)) from flyway_schema_history where version is not null and success = true";

    private DatabaseCopy() {}

    /**
     * @param zip gets the database's files; left alone when it is PostgreSQL, whose own programs do that better
     * @return the number of the newest migration
     */
    public static int take(Connection connection, Path zip) throws SQLException {
        if (connection.getMetaData().getDatabaseProductName().equals("H2")) {
            try (PreparedStatement backup = connection.prepareStatement("backup to ?")) {
                backup.setString(1, zip.toString());
                backup.execute();
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SCHEMA)) {
            row.next();
            return row.getInt(1);
        }
    }
}
