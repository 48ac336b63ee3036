package club.courtside.pages;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.support.Api;
import club.courtside.support.Browser;
import club.courtside.support.Match;
import club.courtside.support.RunningCourtside;
import club.courtside.support.Shared;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** Everything works for somebody without a mouse. */
@ExtendWith(Shared.class)
class KeyboardIT {

    private static final String DIALOG = ".ui-dialog[aria-hidden=false]";

    private final RunningCourtside courtside;
    private final Api operator;
    private String video;

    KeyboardIT(RunningCourtside courtside) {
        this.courtside = courtside;
        this.operator = courtside.api().as("admin");
    }

    @BeforeEach
    void a_video() {
        try (Match match = Match.onCourt(courtside, operator, "terrain-3").record(1)) {
            match.awaitElapsed(3).stop();
            match.file();
            video = match.status().path("video_id").asText();
        }
        operator.post("/api/videos/" + video + "/markers", Map.of("seconds", 1, "label", "Ace"));
    }

    @AfterEach
    void none() {
        operator.delete("/api/video/files/" + video + "/delete");
    }

    @Test
    void tab_comes_to_everything() {
        List<String> missed = new ArrayList<>();
        try (Browser desk = Browser.desktop(courtside).open("/login.xhtml")) {
            missed.addAll(missed(desk, "/login.xhtml"));
            desk.signIn("admin");
            for (String page : List.of("/live.xhtml", "/library.xhtml", film(), "/admin/users.xhtml"))
                missed.addAll(missed(desk, page));
            desk.on(390, 844, "dark");
            for (String page : List.of("/live.xhtml", "/library.xhtml", film())) missed.addAll(missed(desk, page));
            for (Opener opener : openers()) {
                open(desk, opener);
                new Focus(desk).missed(DIALOG).forEach(one -> missed.add(opener + ": " + one));
                if (!new Focus(desk).isIn(DIALOG))
                    missed.add(opener + ": Tab leaves it for " + new Focus(desk).where());
            }
        }
        assertThat(missed).isEmpty();
    }

    private static List<String> missed(Browser browser, String page) {
        browser.open(page);
        return new Focus(browser)
                .missed("body").stream().map(one -> page + ": " + one).toList();
    }

    @Test
    void escape_closes_a_dialog_and_leads_back_to_what_opened_it() {
        List<String> lost = new ArrayList<>();
        try (Browser desk = Browser.desktop(courtside).signIn("admin")) {
            for (Opener opener : openers()) {
                open(desk, opener);
                desk.await("the focus in " + opener, d -> new Focus(desk).isIn(DIALOG));
                desk.press(Keys.ESCAPE);
                desk.await(
                        opener + " is closed",
                        d -> desk.<Boolean>script("!document.querySelector(arguments[0])", DIALOG));
                if (!isBack(desk, opener)) lost.add(opener + ": the focus is on " + new Focus(desk).where());
            }
            assertThat(desk.consoleErrors()).isEmpty();
        }
        assertThat(lost).isEmpty();
    }

    private static boolean isBack(Browser desk, Opener opener) {
        try {
            return desk.await("the focus", d -> new Focus(desk).isOn(opener.css()));
        } catch (AssertionError elsewhere) {
            return false;
        }
    }

    @Test
    void the_first_key_leads_past_the_navigation() {
        try (Browser desk = Browser.desktop(courtside).signIn("admin").open("/library.xhtml")) {
            desk.press(Keys.TAB);
            assertThat(new Focus(desk).isOn(".cs-skip")).isTrue();
            assertThat(desk.visible(".cs-skip").getLocation().getY()).isNotNegative();
            desk.press(Keys.ENTER, Keys.TAB);
            assertThat(new Focus(desk).isIn("main")).as(new Focus(desk).where()).isTrue();
        }
    }

    @Test
    void the_player_obeys_its_keys() {
        try (Browser desk = Browser.desktop(courtside).signIn("admin").open(film())) {
            desk.await("the film", d -> desk.<Boolean>script("document.querySelector('video').readyState >= 2"));
            desk.press(" ");
            desk.await("it plays", d -> desk.<Boolean>script("!document.querySelector('video').paused"));
            desk.press(" ");
            desk.await("it stands", d -> desk.<Boolean>script("document.querySelector('video').paused"));

            new Focus(desk).on("[role=slider]");
            desk.press(Keys.HOME);
            assertThat(time(desk)).isZero();
            desk.press(".", ".");
            assertThat(time(desk)).isBetween(0.07, 0.09);
            desk.press(",");
            assertThat(time(desk)).isBetween(0.03, 0.05);
            desk.press(Keys.ARROW_RIGHT);
            assertThat(time(desk)).isGreaterThan(2);
            desk.press(Keys.ARROW_LEFT);
            assertThat(time(desk)).isZero();

            desk.press(">");
            assertThat(desk.<Number>script("document.querySelector('video').playbackRate")
                            .doubleValue())
                    .isEqualTo(1.5);
            desk.press("<", "<");
            assertThat(desk.<Number>script("document.querySelector('video').playbackRate")
                            .doubleValue())
                    .isEqualTo(0.5);
            assertThat(desk.text("[data-do=speed]")).isEqualTo("0.5×");

            desk.press("s");
            assertThat(desk.<Boolean>script("document.querySelector('video').muted"))
                    .isTrue();
            desk.press("m");
            desk.await("the moment", d -> desk.text("#moments .cs-count").equals("2"));
            assertThat(desk.consoleErrors()).isEmpty();
        }
    }

    private static double time(Browser browser) {
        return browser.<Number>script("document.querySelector('video').currentTime")
                .doubleValue();
    }

    private String film() {
        return "/video.xhtml?id=" + video;
    }

    private record Opener(String path, String css) {}

    private List<Opener> openers() {
        String court = operator.get("/api/courts/terrain-1").get("id");
        return List.of(
                new Opener("/live.xhtml", ".cs-court__act .ui-button"),
                new Opener(film(), ".vp-acts .ui-button:first-child"),
                new Opener(film(), "#rename"),
                new Opener(film(), ".vp-acts .ui-button-danger"),
                new Opener(film(), "#moments .cs-list .ui-button"),
                new Opener("/admin/users.xhtml", "#invite"),
                new Opener("/admin/users.xhtml", "[data-user='player@demo.club'] .ui-button-outlined"),
                new Opener("/admin/users.xhtml", "[data-user='player@demo.club'] [data-do=disable]"),
                new Opener("/admin/courts.xhtml?court=" + court, "#place .ui-button-danger"));
    }

    private static void open(Browser browser, Opener opener) {
        browser.open(opener.path());
        browser.visible(opener.css());
        new Focus(browser).on(opener.css());
        browser.press(Keys.ENTER);
        browser.await(
                "the dialog of " + opener, d -> browser.<Boolean>script("!!document.querySelector('" + DIALOG + "')"));
    }
}
