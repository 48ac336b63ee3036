package club.courtside.pages;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.support.Api;
import club.courtside.support.Browser;
import club.courtside.support.Mailbox;
import club.courtside.support.Match;
import club.courtside.support.RunningCourtside;
import club.courtside.support.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every page there is, for everybody: on the desk and on the phone, light and dark, with its dialogs. */
@ExtendWith(Shared.class)
class AccessibilityIT {

    private static final Path PAGES = Path.of("src/main/webapp");
    /** A club that has begun has no first start, see {@link FirstStartIT}; nothing that one can ask for leads to a 500 or a 503. */
    private static final List<String> ELSEWHERE =
            List.of("first.xhtml", "WEB-INF/errors/500.xhtml", "WEB-INF/errors/503.xhtml");

    private static final Sight[] PLAYERS = {
        Sight.of("live.xhtml"),
        Sight.of("court.xhtml", "/c/terrain-1"),
        Sight.of("court.xhtml", "/c/terrain-2"),
        Sight.of("library.xhtml"),
        Sight.of("WEB-INF/errors/403.xhtml", "/admin/clubs.xhtml")
    };

    private final RunningCourtside courtside;
    private final Mailbox mailbox;
    private final Api operator;

    AccessibilityIT(RunningCourtside courtside, Mailbox mailbox) {
        this.courtside = courtside;
        this.mailbox = mailbox;
        this.operator = courtside.api().as("admin");
    }

    @Test
    void nobody_is_kept_out_of_any_page() throws IOException {
        String email = "guest@accessible.example";
        String guest = operator.post("/api/users", Map.of("email", email, "name", "Guest", "clubs", List.of(club())))
                .get("id");
        try (Match over = Match.onCourt(courtside, operator, "terrain-3").record(5);
                Match running = Match.onCourt(courtside, operator, "terrain-2").record(60)) {
            over.awaitElapsed(2).stop();
            over.file();
            String video = over.status().path("video_id").asText();
            operator.post("/api/videos/" + video + "/markers", Map.of("seconds", 0.5, "label", "Match point"));
            String link = operator.post("/api/videos/" + video + "/shares", Map.of())
                    .get("url")
                    .replaceFirst("^https?://[^/]+", "");
            courtside.api().post("/api/auth/forgotten", Map.of("email", "player@demo.club"));

            List<Sight> seen = new ArrayList<>();
            List<String> faults = new ArrayList<>();
            look(null, strangers(email, link), seen, faults);
            look("player", List.of(PLAYERS), seen, faults);
            look("admin", operators(video), seen, faults);

            assertThat(faults).isEmpty();
            assertThat(seen.stream().map(Sight::page).distinct().sorted().toList())
                    .containsExactlyElementsOf(pages());
            running.stop();
            operator.delete("/api/video/files/" + video + "/delete");
            operator.delete("/api/video/files/" + running.session() + "/delete");
        } finally {
            operator.delete("/api/users/" + guest);
        }
    }

    private void look(String who, List<Sight> sights, List<Sight> seen, List<String> faults) {
        try (Browser browser = Browser.desktop(courtside)) {
            if (who != null) browser.signIn(who);
            for (Sight sight : sights) faults.addAll(sight.faults(browser));
        }
        seen.addAll(sights);
    }

    private List<Sight> strangers(String invited, String link) {
        return List.of(
                Sight.of("login.xhtml"),
                Sight.of("forgotten.xhtml"),
                Sight.of("invitation.xhtml", mailbox.linkFor(invited)),
                Sight.of("invitation.xhtml", "/invitation.xhtml?token=old"),
                Sight.of("password.xhtml", mailbox.linkFor("player@demo.club")),
                Sight.of("shared.xhtml", link),
                Sight.of("WEB-INF/errors/404.xhtml", "/nothing.xhtml"));
    }

    private List<Sight> operators(String video) {
        String film = "/video.xhtml?id=" + video;
        String court = operator.get("/api/courts/terrain-2").get("id");
        String courts = "/admin/courts.xhtml?court=" + court;
        String camera = operator.get("/api/courts/" + court + "/cameras")
                .json()
                .at("/items/0/id")
                .asText();
        return List.of(
                Sight.of("live.xhtml"),
                new Sight("live.xhtml", "/live.xhtml", ".cs-court__act .ui-button:not(.ui-button-outlined)"),
                new Sight("live.xhtml", "/live.xhtml", ".cs-court__act .ui-button-danger"),
                Sight.of("court.xhtml", "/court.xhtml?court=" + court),
                Sight.of("library.xhtml"),
                Sight.of("library.xhtml", "/library.xhtml?q=nothing-has-this-title"),
                new Sight("video.xhtml", film, "[id='me:account']"),
                new Sight("video.xhtml", film, ".vp-acts .ui-button:first-child"),
                new Sight("video.xhtml", film, "#rename"),
                new Sight("video.xhtml", film, ".vp-acts .ui-button-danger"),
                new Sight("video.xhtml", film, "#moments .ui-button"),
                Sight.of("jobs.xhtml"),
                Sight.of("statistics.xhtml"),
                Sight.of("account.xhtml"),
                Sight.of("admin/clubs.xhtml"),
                new Sight("admin/club.xhtml", "/admin/club.xhtml?id=" + club(), "[id='club'] .ui-button-danger"),
                Sight.of("admin/club.xhtml", "/admin/club.xhtml?id=new"),
                Sight.of("admin/courts.xhtml"),
                Sight.of("admin/courts.xhtml", courts),
                Sight.of("admin/courts.xhtml", courts + "&camera=new"),
                new Sight("admin/courts.xhtml", "/admin/courts.xhtml?camera=" + camera, "[id='cam:remove']"),
                Sight.of("admin/users.xhtml"),
                new Sight("admin/users.xhtml", "/admin/users.xhtml", "#invite"),
                Sight.of("admin/audit.xhtml"),
                Sight.of("admin/settings.xhtml"),
                Sight.of("admin/health.xhtml"),
                Sight.of("admin/try.xhtml"),
                Sight.of("admin/sign.xhtml", "/admin/sign.xhtml?court=" + court));
    }

    private String club() {
        return operator.get("/api/clubs/demo").get("id");
    }

    /** Taken from the folder: a page that nobody looks at is missed. */
    private static List<String> pages() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            return files.map(file -> PAGES.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(".xhtml"))
                    .filter(file -> !file.startsWith("WEB-INF/") || file.startsWith("WEB-INF/errors/"))
                    .filter(file -> !ELSEWHERE.contains(file))
                    .sorted()
                    .toList();
        }
    }
}
