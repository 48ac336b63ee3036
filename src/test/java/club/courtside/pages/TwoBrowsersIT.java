package club.courtside.pages;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.support.Api;
import club.courtside.support.Browser;
import club.courtside.support.Match;
import club.courtside.support.RunningCourtside;
import club.courtside.support.Shared;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What one person changes, another one sees within a second of the answer, without doing anything. Each change is made a
 * few times, so that one hiccup of a busy machine fails nothing.
 */
@ExtendWith(Shared.class)
class TwoBrowsersIT {

    private static final Duration USUALLY = Duration.ofSeconds(1);
    private static final Duration AT_MOST = Duration.ofSeconds(5);
    private static final int TIMES = 3;

    private final RunningCourtside courtside;
    private final Api operator;

    TwoBrowsersIT(RunningCourtside courtside) {
        this.courtside = courtside;
        this.operator = courtside.api().as("admin");
    }

    @Test
    void a_recording_begins_and_ends_on_the_other_wall() {
        String tile = "[data-court='" + court("terrain-3") + "']";
        try (Browser desk = Browser.desktop(courtside).signIn("admin");
                Browser phone = Browser.phone(courtside, "fr").signIn("club")) {
            Sighting sighting = new Sighting(desk, phone);
            List<Duration> begins = new ArrayList<>();
            List<Duration> ends = new ArrayList<>();
            for (int i = 0; i < TIMES; i++) {
                desk.click(tile + " .cs-court__act button").type("#starting\\:name", "Semi-final");
                begins.add(sighting.of(
                        "starting%3Astart", () -> desk.click("#starting\\:start"), tile, "Semi-final", true));
                desk.click(tile + " .ui-button-danger");
                ends.add(sighting.of(
                        "stopping%3Aconfirm", () -> desk.click("#stopping\\:confirm"), tile, "Semi-final", false));
            }
            areSeen("the beginning of a recording", begins);
            areSeen("its end", ends);
            assertThat(desk.consoleErrors()).isEmpty();
            assertThat(phone.consoleErrors()).isEmpty();
        }
        deleteVideos("Semi-final");
    }

    @Test
    void a_title_and_a_moment_reach_whom_the_video_was_shared_with() {
        String video = video();
        operator.post("/api/videos/" + video + "/shares", Map.of("email", "player@demo.club"));
        String page = "/video.xhtml?id=" + video;
        try (Browser desk = Browser.desktop(courtside).signIn("admin").open(page);
                Browser phone = Browser.phone(courtside, "fr").signIn("player").open(page)) {
            Sighting sighting = new Sighting(desk, phone);
            awaitConnection(phone);
            List<Duration> titles = new ArrayList<>();
            List<Duration> moments = new ArrayList<>();
            for (int i = 1; i <= TIMES; i++) {
                String title = "Quarter-final " + i;
                desk.click("#rename").type("#renaming\\:name", title);
                titles.add(sighting.of(
                        "renaming%3Aname", () -> desk.click("#renaming .ui-button:last-child"), "h1", title, true));
                moments.add(sighting.of(
                        "&at=", () -> desk.click("[data-do=mark]"), "#moments .cs-count", Integer.toString(i), true));
            }
            areSeen("a title", titles);
            areSeen("a moment", moments);
            assertThat(desk.consoleErrors()).isEmpty();
            assertThat(phone.consoleErrors()).isEmpty();
        }
        operator.delete("/api/video/files/" + video + "/delete");
    }

    @Test
    void a_court_has_its_new_name_on_the_wall_where_somebody_fills_a_form() {
        String court = court("terrain-2");
        String name = operator.get("/api/courts/" + court).get("name");
        try (Browser desk = Browser.desktop(courtside).signIn("admin");
                Browser phone = Browser.phone(courtside, "fr").signIn("club")) {
            phone.click("[data-court='" + court("terrain-3") + "'] .cs-court__act button");
            phone.type("#starting\\:name", "Half a name");
            Sighting sighting = new Sighting(desk, phone);
            List<Duration> names = new ArrayList<>();
            for (int i = 1; i <= TIMES; i++) {
                String changed = "Court of the lake " + i;
                desk.open("/admin/courts.xhtml?court=" + court).type("#place\\:name", changed);
                names.add(sighting.of(
                        "place%3Asave",
                        () -> desk.click("#place\\:save"), "[data-court='" + court + "'] h2", changed, true));
            }
            areSeen("a court's name", names);
            assertThat(phone.<String>script("document.querySelector('#starting\\\\:name').value"))
                    .isEqualTo("Half a name");
            assertThat(phone.consoleErrors()).isEmpty();
        } finally {
            operator.put("/api/courts/" + court, Map.of("name", name));
        }
    }

    private static void areSeen(String what, List<Duration> after) {
        System.out.println(what + " is seen in the other browser after "
                + after.stream().map(Duration::toMillis).toList() + " ms");
        assertThat(after).allMatch(late -> late.compareTo(AT_MOST) < 0);
        assertThat(after.stream().sorted().toList().get(TIMES / 2)).as(what).isLessThan(USUALLY);
    }

    /** The page reads once more as soon as it is connected; what is measured begins after that. */
    private static void awaitConnection(Browser browser) {
        browser.await(
                "the page is connected",
                d -> browser.<Boolean>script(
                        "performance.getEntriesByType('resource').some(r => r.initiatorType === 'xmlhttprequest')"));
    }

    private String video() {
        try (Match match = Match.onCourt(courtside, operator, "terrain-3").record(1)) {
            match.awaitElapsed(2).stop();
            match.file();
            return match.status().path("video_id").asText();
        }
    }

    private void deleteVideos(String title) {
        operator.get("/api/video/files/list?q=" + title)
                .json()
                .path("items")
                .forEach(video ->
                        operator.delete("/api/video/files/" + video.path("id").asText() + "/delete"));
    }

    private String court(String slug) {
        return operator.get("/api/courts/" + slug).get("id");
    }
}
