package club.courtside.health;

import club.courtside.platform.DatabaseCopy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What {@code ./courtside backup} asks for: while Courtside runs, nobody else can open its H2 file. */
@Path("local/backup")
@RequestScoped
@Produces(MediaType.TEXT_PLAIN)
public class BackupResource {

    @Inject
    LocalKey key;

    @Inject
    DataSource database;

    /** @return the schema's number, and the file that whoever asked deletes; only the owner may read it */
    @POST
    @Operation(hidden = true, summary = "Copy the database")
    public String copy(@HeaderParam("Courtside-Local") String given) {
        key.check(given);
        try {
            java.nio.file.Path file = Files.createTempFile("courtside-database", ".zip");
            try (Connection connection = database.getConnection()) {
                return DatabaseCopy.take(connection, file) + "\n" + file.toAbsolutePath();
            } catch (SQLException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the database cannot be copied", e);
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be copied", e);
        }
    }
}
