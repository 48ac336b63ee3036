package club.courtside.account.audit;

import club.courtside.account.Caller;
import club.courtside.account.CurrentCaller;
import club.courtside.platform.Listing;
import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The audit log, for administrators. */
@Path("audit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "Users")
public class AuditResource {

    /** An entry as it leaves: the action as a word in small letters. */
    @Schema(name = "AuditEntry")
    record View(
            UUID id,
            Instant at,
            String action,
            UUID clubId,
            UUID userId,
            String user,
            UUID subjectId,
            String subject,
            String detail,
            String address) {

        static View of(AuditLine line) {
            return new View(
                    line.id(),
                    line.at(),
                    line.action().code(),
                    line.clubId(),
                    line.whoId(),
                    line.who(),
                    line.subjectId(),
                    line.subject(),
                    line.detail(),
                    line.address());
        }
    }

    @Inject
    AuditLog log;

    @Inject
    CurrentCaller current;

    @GET
    @Operation(summary = "Who did what, the newest first")
    @APIResponse(responseCode = "200", description = "one page; staff see what concerns their own clubs")
    @APIResponse(responseCode = "400", description = "a parameter is out of range, or no such action")
    @APIResponse(responseCode = "403", description = "for administrators")
    @APIResponse(responseCode = "404", description = "no such club, or another one's")
    public Listing<View> entries(
            @QueryParam("club_id") @Parameter(description = "only this club's") UUID clubId,
            @QueryParam("user_id") @Parameter(description = "who did it, or to whom it was done") UUID userId,
            @QueryParam("q")
                    @Parameter(description = "found in the name of who did it, or of whom or what it was done to")
                    String text,
            @QueryParam("action") @Parameter(description = "such as video_watched") String action,
            @QueryParam("from") @Parameter(description = "a day (UTC) or a moment, ISO 8601") String from,
            @QueryParam("to") @Parameter(description = "a day that still counts, or the moment after the last")
                    String to,
            @QueryParam("page") @DefaultValue("1") @Parameter(description = "from 1") int page,
            @QueryParam("size") @DefaultValue("50") @Parameter(description = "1 to 200") int size) {
        Caller caller = current.require();
        AuditQuery query =
                new AuditQuery(clubId, userId, text, actionOf(action), moment("from", from, 0), moment("to", to, 1));
        int first = Listing.first(page, size);
        return new Listing<>(
                log.search(caller, query, first, size).stream().map(View::of).toList(),
                page,
                size,
                log.count(caller, query));
    }

    private static AuditAction actionOf(String code) {
        if (code == null || code.isBlank()) return null;
        return Arrays.stream(AuditAction.values())
                .filter(action -> action.code().equals(code))
                .findFirst()
                .orElseThrow(() -> ProblemException.badRequest("action", "there is no such action"));
    }

    private static Instant moment(String field, String text, int days) {
        if (text == null || text.isBlank()) return null;
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text)
                            .plusDays(days)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant();
        } catch (DateTimeException e) {
            throw ProblemException.badRequest(field, "a day such as 2026-03-14, or a moment with its offset");
        }
    }
}
