package club.courtside.library;

import club.courtside.account.CurrentCaller;
import club.courtside.court.Club;
import club.courtside.court.CourtAccess;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a club's retention is about to remove, by its own rules or by others that somebody thinks of. */
@Path("clubs/{club}/retention")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "Library")
public class RetentionResource {

    @Inject
    CurrentCaller current;

    @Inject
    CourtAccess access;

    @Inject
    RetentionPlan plan;

    /** Administrators of the club; 400 names the parameter. */
    @GET
    @Operation(summary = "What retention would remove until tomorrow morning; changes nothing")
    @APIResponse(responseCode = "200", description = "how much goes, and the first 200 videos of it")
    @APIResponse(responseCode = "400", description = "days or quota_gb is out of range")
    @APIResponse(responseCode = "403", description = "for administrators of the club")
    @APIResponse(responseCode = "404", description = "there is no such club, or it is another one's")
    public RetentionPreview preview(
            @PathParam("club") String club,
            @QueryParam("days")
                    @Parameter(description = "another period than the club's, 0 to 3650; 0 keeps everything")
                    Integer days,
            @QueryParam("quota_gb") @Parameter(description = "another quota than the club's, in GB; 0: none")
                    Integer quotaGb) {
        Club known = access.clubToRun(current.require(), club);
        RetentionRules own = RetentionRules.of(known);
        return plan.preview(
                known, new RetentionRules(days == null ? own.days() : days, quotaGb == null ? own.quotaGb() : quotaGb));
    }
}
