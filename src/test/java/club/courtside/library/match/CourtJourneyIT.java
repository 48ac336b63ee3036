package club.courtside.library.match;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.support.Browser;
import club.courtside.support.RunningCourtside;
import club.courtside.support.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From the code on a court to the video that a friend watches. */
@ExtendWith(Shared.class)
class CourtJourneyIT {

    private final RunningCourtside courtside;

    CourtJourneyIT(RunningCourtside courtside) {
        this.courtside = courtside;
    }

    @Test
    void a_player_scans_records_marks_watches_and_shares() {
        try (Browser phone = Browser.phone(courtside, "fr")) {
            arrive(phone, "/c/terrain-2");

            phone.click("#length .ui-button:nth-child(2)");
            phone.await("five minutes are chosen", d -> phone.text("#start").contains("5"));
            phone.click("#start");
            phone.await("time is left", d -> phone.text(".ph-ring b").contains(":"));
            phone.click("#mark");
            phone.await("the moment is counted", d -> phone.text(".ph-count b").contains("1 moment"));
            phone.await(
                    "something is recorded",
                    d -> phone.<Boolean>script(
                            "Number(document.querySelector('.ph-tape .done').getAttribute('width')) > 30"));
            phone.click("#finish").click("#stopping\\:confirm");
            phone.click(".ph-watch a, a.ph-watch");

            phone.await("the video", d -> phone.url().contains("/video.xhtml"));
            assertThat(phone.text("#moments")).contains("Sans titre");
            phone.await(
                    "the ball on the time line",
                    d -> phone.<Boolean>script("document.querySelector('.vp-m').style.left.endsWith('%')"));

            String link = share(phone);
            opensForAFriend(link);
            revoke(phone);
            leadsNowhere(link);
            assertThat(phone.consoleErrors()).isEmpty();
        }
    }

    @Test
    void what_a_player_chooses_while_the_page_draws_itself_anew_stays_chosen() {
        try (Browser phone = Browser.phone(courtside, "fr")) {
            arrive(phone, "/c/terrain-3");
            phone.await(
                    "lengths to choose from",
                    d -> phone.<Boolean>script(
                            "!!window.refreshCourt && !!document.querySelector('#length .ui-button')"));

            phone.script("(b => { window.refreshCourt(); b.click(); document.querySelector('#start').focus(); })"
                    + "(document.querySelector('#length .ui-button:first-child'))");

            phone.await("one minute is chosen", d -> phone.text("#start").endsWith("er 1 min"));
            assertThat(phone.consoleErrors()).isEmpty();
        }
    }

    private static void arrive(Browser phone, String code) {
        phone.open(code);
        phone.type("#email", "player@demo.club")
                .type("#password", RunningCourtside.PASSWORD)
                .click("#submit");
        phone.await("the court's page", d -> phone.url().contains("/court.xhtml"));
    }

    private static String share(Browser phone) {
        phone.click(".vp-acts .ui-button:first-child").click("#sharing\\:make");
        return phone.await(
                "the link",
                d -> phone.script(
                        "(l => l && l.value.substring(l.value.indexOf('/s/')))(document.querySelector('.sh-link input'))"));
    }

    private static void revoke(Browser phone) {
        phone.click(".sh-link .cs-hint a").click(".sh-revoke");
        phone.await("no link any more", d -> phone.<Boolean>script("!document.querySelector('.sh-link')"));
    }

    private void opensForAFriend(String link) {
        try (Browser friend = Browser.phone(courtside, "fr")) {
            friend.open(link);
            friend.await(
                    "the film",
                    d -> friend.<Boolean>script(
                            "(v => !!v && v.readyState >= 1 && v.videoWidth > 0)(document.querySelector('video'))"));
            assertThat(friend.url()).endsWith(link);
            assertThat(friend.<Boolean>script("!document.querySelector('.vp-acts')"))
                    .isTrue();
            assertThat(friend.consoleErrors()).isEmpty();
        }
    }

    private void leadsNowhere(String link) {
        try (Browser friend = Browser.phone(courtside, "fr")) {
            friend.open(link);
            assertThat(friend.text("main h1")).startsWith("Ce lien ne mène plus");
        }
    }
}
