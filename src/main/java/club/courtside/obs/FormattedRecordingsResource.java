package club.courtside.obs;

import club.courtside.account.Caller;
import club.courtside.account.CurrentCaller;
import club.courtside.court.Club;
import club.courtside.court.CourtAccess;
import club.courtside.court.Items;
import club.courtside.library.Library;
import club.courtside.library.Origin;
import club.courtside.library.VideoQuery;
import club.courtside.library.VideoStatus;
import club.courtside.library.VideoView;
import club.courtside.platform.Figures;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Recordings as text that a page can show as it is, in the caller's language ({@code Accept-Language}). */
@Path("frontend/recordings/formatted")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "OBS Studio")
public class FormattedRecordingsResource {

    private static final int MOST = 50;

    /** All but {@code id} and {@code status} is text for people. */
    record FormattedRecording(
            UUID id, String title, String date, String duration, String size, VideoStatus status, String downloadUrl) {}

    @Inject
    Library library;

    @Inject
    CourtAccess access;

    @Inject
    CurrentCaller current;

    @Context
    HttpHeaders headers;

    @GET
    @Operation(summary = "The newest recordings of OBS Studio, written out in the caller's language")
    @APIResponse(responseCode = "200", description = "the newest first")
    public Items<FormattedRecording> all() {
        Locale language = headers.getAcceptableLanguages().stream()
                .filter(wanted -> wanted.getLanguage().equals("fr"))
                .findFirst()
                .map(french -> Locale.FRENCH)
                .orElse(Locale.ENGLISH);
        Figures figures = new Figures(language);
        Caller caller = current.require();
        Map<UUID, ZoneId> zones = access.clubs(caller).stream().collect(Collectors.toMap(Club::id, Club::timeZone));
        var query = new VideoQuery(null, null, Origin.OBS, null, null, null);
        return Items.of(
                library.list(caller, query, 1, MOST).items(),
                video -> formatted(video, zones.getOrDefault(video.clubId(), ZoneOffset.UTC), figures));
    }

    private static FormattedRecording formatted(VideoView video, ZoneId zone, Figures figures) {
        return new FormattedRecording(
                video.id(),
                video.title(),
                figures.moment(video.startedAt(), zone),
                figures.length(video.durationSeconds()),
                figures.size(video.sizeBytes()),
                video.status(),
                video.downloadUrl());
    }
}
