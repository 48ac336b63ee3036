package club.courtside.session;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.support.Api;
import club.courtside.support.Browser;
import club.courtside.support.RunningCourtside;
import club.courtside.support.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a club does every evening, in a real browser: sign in, record two courts, watch, stop, play the match. */
@ExtendWith(Shared.class)
class MatchJourneyIT {

    private final RunningCourtside courtside;
    private final Api club;

    MatchJourneyIT(RunningCourtside courtside) {
        this.courtside = courtside;
        this.club = courtside.api().as("club");
    }

    @Test
    void from_sign_in_to_a_match_that_plays() {
        String central = court("terrain-1");
        String panorama = court("terrain-2");
        try (Browser desk = Browser.desktop(courtside).signIn("club")) {
            try (Browser phone = Browser.phone(courtside, "fr").signIn("club")) {
                assertThat(desk.text("h1")).isEqualTo("Live");
                assertThat(phone.text("h1")).isEqualTo("Direct");
                videoMoves(desk, tile(central) + " video");
                picturesMove(desk, tile(panorama) + " canvas");

                turnTo(desk, central, "Vue du haut");
                record(desk, central, "Final of the day");
                record(desk, panorama, "Second court");

                for (Browser browser : new Browser[] {desk, phone}) {
                    figureMoves(browser, central, "elapsed");
                    figureMoves(browser, central, "size");
                    figureMoves(browser, panorama, "elapsed");
                }
                assertThat(desk.text(tile(central))).contains("Recording", "Final of the day");
                assertThat(phone.text(tile(central))).contains("Enregistre", "Final of the day");

                stop(desk, central);
                stop(desk, panorama);
                phone.await("the phone sees the end", d -> !phone.text(tile(central))
                        .contains("Final of the day"));
                assertThat(phone.consoleErrors()).isEmpty();
            }
            for (String title : new String[] {"Second court", "Final of the day"}) {
                openInLibrary(desk, title);
                play(desk);
                seek(desk);
            }
            switchAngle(desk, "Final of the day · Vue du haut");
            assertThat(desk.consoleErrors()).isEmpty();
        }
    }

    @Test
    void a_length_out_of_range_is_said_at_its_field() {
        String court = court("terrain-3");
        try (Browser desk = Browser.desktop(courtside).signIn("club")) {
            desk.click(tile(court) + " .cs-court__act button");
            desk.click("#starting\\:length .ui-button:last-child");
            desk.type("#starting\\:other", "361").click("#starting\\:start");
            assertThat(desk.text("#starting\\:otherMessage")).contains("360");
            assertThat(desk.text(tile(court))).doesNotContain("Recording");
        }
    }

    @Test
    void a_wrong_password_is_said_and_the_next_try_works() {
        try (Browser phone = Browser.phone(courtside, "fr")) {
            phone.open("/live.xhtml");
            phone.type("#email", "club@demo.club").type("#password", "wrong").click("#submit");
            assertThat(phone.text("#refusal")).isNotBlank();
            phone.type("#password", RunningCourtside.PASSWORD).click("#submit");
            phone.await("the page that was asked for", d -> d.getCurrentUrl().endsWith("/live.xhtml"));
        }
    }

    private void record(Browser browser, String court, String name) {
        browser.click(tile(court) + " .cs-court__act button");
        browser.type("#starting\\:name", name);
        browser.click("#starting\\:length .ui-button:nth-child(2)");
        browser.await("five minutes are chosen", d -> browser.text("#starting\\:start")
                .contains("5 min"));
        browser.click("#starting\\:start");
        browser.await("the court records", d -> browser.text(tile(court)).contains(name));
    }

    private void stop(Browser browser, String court) {
        browser.click(tile(court) + " .ui-button-danger");
        browser.click("#stopping\\:confirm");
        browser.await("the court is free", d -> !browser.text(tile(court)).contains("Recording"));
    }

    private static void turnTo(Browser browser, String court, String angle) {
        browser.click(tile(court) + " .cs-angle[aria-pressed=false]");
        browser.await(angle + " is chosen", d -> browser.text(tile(court) + " .cs-angle[aria-pressed=true]")
                .equals(angle));
        browser.await(
                "the picture of " + angle,
                d -> browser.<Boolean>script(
                        "document.querySelector(arguments[0]).dataset.moving === 'true'", tile(court) + " .cs-moving"));
        videoMoves(browser, tile(court) + " video");
    }

    private static void switchAngle(Browser browser, String title) {
        browser.script("(v => { v.currentTime = 1.5; })(document.querySelector('video'))");
        browser.click(".vp-angle:not([aria-current])");
        browser.await("the other angle", d -> browser.text("h1").equals(title));
        browser.await(
                "the same moment of the match",
                d -> browser.<Number>script("document.querySelector('video').currentTime")
                                .doubleValue()
                        > 0.5);
    }

    private static void openInLibrary(Browser browser, String title) {
        browser.open("/library.xhtml");
        browser.await(
                "the thumbnail of " + title,
                d -> browser.<Boolean>script(
                        "[...document.querySelectorAll('.cs-video')].some(v => v.innerText.includes(arguments[0]) && v.querySelector('img')?.naturalWidth > 0)",
                        title));
        browser.script(
                "[...document.querySelectorAll('.cs-video h3 a')].find(a => a.innerText === arguments[0]).click()",
                title);
        browser.await("the video's page", d -> d.getCurrentUrl().contains("/video.xhtml?id="));
        assertThat(browser.text("h1")).isEqualTo(title);
    }

    private static void play(Browser browser) {
        browser.click("[data-do=play]");
        browser.await(
                "the match plays",
                d -> browser.<Number>script("document.querySelector('video').currentTime")
                                .doubleValue()
                        > 0.5);
        assertThat(browser.<Number>script("document.querySelector('video').videoWidth")
                        .intValue())
                .isEqualTo(1280);
    }

    private static void seek(Browser browser) {
        browser.script("(v => { v.currentTime = v.duration - 0.5; })(document.querySelector('video'))");
        browser.await(
                "the end of the match",
                d -> browser.<Boolean>script(
                        "(v => !v.seeking && v.readyState >= 2 && v.currentTime > v.duration - 1)(document.querySelector('video'))"));
    }

    private static void videoMoves(Browser browser, String css) {
        browser.await(
                "a live picture in " + css,
                d -> browser.<Boolean>script(
                        "(v => !!v && v.videoWidth > 0 && v.currentTime > 0)(document.querySelector(arguments[0]))",
                        css));
        double now = browser.<Number>script("document.querySelector(arguments[0]).currentTime", css)
                .doubleValue();
        browser.await(
                "a moving picture in " + css,
                d -> browser.<Number>script("document.querySelector(arguments[0]).currentTime", css)
                                .doubleValue()
                        > now + 0.5);
    }

    private static void picturesMove(Browser browser, String css) {
        browser.await(
                "a picture in " + css,
                d -> browser.<Boolean>script(
                        "(c => !!c && c.width > 0 && c.height > 0)(document.querySelector(arguments[0]))", css));
        String first = browser.script("document.querySelector(arguments[0]).toDataURL('image/jpeg', .3)", css);
        browser.await(
                "a moving picture in " + css,
                d -> !first.equals(
                        browser.script("document.querySelector(arguments[0]).toDataURL('image/jpeg', .3)", css)));
    }

    private static void figureMoves(Browser browser, String court, String figure) {
        String css = tile(court) + " [data-figure=" + figure + "]";
        String first = browser.text(css);
        browser.await(figure + " moves", d -> !first.equals(browser.text(css)));
    }

    private static String tile(String court) {
        return "[data-court='" + court + "']";
    }

    private String court(String slug) {
        for (var court : club.get("/api/courts").json().path("items"))
            if (court.path("slug").asText().equals(slug))
                return court.path("id").asText();
        throw new AssertionError("no court " + slug);
    }
}
