package club.courtside.health;

import club.courtside.court.Club;
import club.courtside.court.Clubs;
import club.courtside.library.Imports;
import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What {@code ./courtside import} asks for, file by file. */
@Path("local/import")
@RequestScoped
@Produces(MediaType.TEXT_PLAIN)
public class ImportResource {

    private static final String KEY = "Courtside-Local";

    @Inject
    LocalKey key;

    @Inject
    Clubs clubs;

    @Inject
    Imports imports;

    @GET
    @Operation(hidden = true, summary = "The short names of the clubs, one a line")
    public String clubs(@HeaderParam(KEY) String given) {
        key.check(given);
        return clubs.all().stream().map(Club::slug).collect(Collectors.joining("\n"));
    }

    /**
     * @param order three lines: the club, {@code copy} or {@code move}, the file
     * @return {@code imported}, {@code known}, or {@code refused} with the reason
     */
    @POST
    @Operation(hidden = true, summary = "Take a file into a club's library")
    public String take(@HeaderParam(KEY) String given, InputStream order) throws IOException {
        key.check(given);
        String[] lines = new String(order.readAllBytes(), StandardCharsets.UTF_8).split("\n", 3);
        if (lines.length < 3) throw ProblemException.badRequest(null, "a club, copy or move, and a file are needed");
        try {
            boolean fresh = imports.take(lines[0], java.nio.file.Path.of(lines[2]), lines[1].equals("move"));
            return fresh ? "imported" : "known";
        } catch (ProblemException e) {
            return "refused " + e.getMessage();
        } catch (IOException | InvalidPathException e) {
            return "refused it cannot be read or copied: " + e.getMessage();
        }
    }
}
