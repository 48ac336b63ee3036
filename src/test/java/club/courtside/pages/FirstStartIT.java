package club.courtside.pages;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.support.Await;
import club.courtside.support.Browser;
import club.courtside.support.RunningCourtside;
import club.courtside.support.Screens;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A club's first evening: its administrator comes in, nothing is there yet, and Courtside is started anew meanwhile. */
class FirstStartIT {

    private static final String LOST = "[data-connection]:not([hidden])";

    @TempDir
    Path folder;

    @Test
    void the_first_administrator_comes_in_and_a_restart_mends_itself_in_the_open_page() {
        RunningCourtside courtside =
                new RunningCourtside(folder.resolve("data"), Map.of("COURTSIDE_DEMO", "false")).start();
        String port = courtside.address().replaceFirst(".*:", "");
        try (Browser phone = Browser.phone(courtside, "fr")) {
            try (courtside) {
                if (Screens.areWanted()) photograph(courtside);
                begin(phone);
                phone.on(390, 844, "light").open("/library.xhtml");
                phone.visible(".cs-empty");
            }
            phone.visible(LOST);
            try (RunningCourtside again = new RunningCourtside(
                            folder.resolve("data"), Map.of("COURTSIDE_DEMO", "false", "COURTSIDE_PORT", port))
                    .start()) {
                Await.until(
                        "the page has opened itself anew, without a notice",
                        () -> phone.<Boolean>script("document.querySelector('main [data-reopened][hidden]') !== null"
                                + " && document.querySelector('" + LOST + "') === null"));
                phone.type("#search", "smash");
                phone.await("the page answers", d -> phone.text(".cs-empty").contains("smash"));
                assertThat(again.api().get("/first.xhtml").status()).isEqualTo(404);
            }
        }
    }

    private static void photograph(RunningCourtside courtside) {
        try (Browser desk = Browser.desktop(courtside).open("/first.xhtml")) {
            Screens.take(desk, "first");
        }
    }

    private static void begin(Browser phone) {
        List<String> faults = new ArrayList<>(Sight.of("first.xhtml").faults(phone));
        phone.type("#club", "Padel du Lac").type("#name", "Ada").type("#email", "ada@club.example");
        phone.type("#password", "vibora & bandeja").click("#submit");
        phone.await("she is in", d -> phone.url().endsWith("/live.xhtml"));
        assertThat(phone.text(".cs-wall")).contains("Pas encore de terrain", "Ajoutez le premier terrain");
        phone.click(".cs-wall .cs-empty a");
        phone.await("she can add it", d -> phone.url().endsWith("/admin/courts.xhtml"));
        for (String page : List.of("live.xhtml", "library.xhtml", "admin/courts.xhtml"))
            faults.addAll(Sight.of(page).faults(phone));
        assertThat(faults).isEmpty();
    }
}
