package club.courtside.pages;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.support.Api;
import club.courtside.support.Browser;
import club.courtside.support.RunningCourtside;
import club.courtside.support.Shared;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two people have the same form open: nobody takes back what the other has saved, and nobody is overruled unseen. */
@ExtendWith(Shared.class)
class SameFormIT {

    private final RunningCourtside courtside;
    private final Api club;

    SameFormIT(RunningCourtside courtside) {
        this.courtside = courtside;
        this.club = courtside.api().as("club");
    }

    @Test
    void both_keep_what_they_have_changed_and_a_dispute_is_told_to_whoever_comes_second() {
        String id = club.post("/api/clubs/demo/courts", Map.of("name", "Annexe", "slug", "annexe"))
                .get("id");
        try (Browser one = Browser.desktop(courtside).signIn("admin");
                Browser other = Browser.phone(courtside, "fr").signIn("club")) {
            openForm(one, id);
            openForm(other, id);
            save(one.type("#place\\:name", "Annexe nord"));
            save(other.type("#place\\:slug", "annexe-nord"));
            assertThat(court(id)).isEqualTo("Annexe nord at annexe-nord");

            openForm(one, id);
            openForm(other, id);
            save(one.type("#place\\:name", "Annexe sud"));
            other.type("#place\\:name", "Annexe est").click("#place\\:save");
            assertThat(other.text("#place\\:nameMessage")).contains("Quelqu’un d’autre");
            assertThat(court(id)).isEqualTo("Annexe sud at annexe-nord");
            save(other);
            assertThat(court(id)).isEqualTo("Annexe est at annexe-nord");
            assertThat(one.consoleErrors()).isEmpty();
            assertThat(other.consoleErrors()).isEmpty();
        } finally {
            club.delete("/api/courts/" + id);
        }
    }

    private static void openForm(Browser browser, String court) {
        browser.open("/admin/courts.xhtml?court=" + court).visible("#place\\:name");
    }

    private static void save(Browser browser) {
        browser.click("#place\\:save");
        browser.await("the list", d -> !browser.url().contains("court="));
    }

    private String court(String id) {
        Api.Answer court = club.get("/api/courts/" + id);
        return court.get("name") + " at " + court.get("slug");
    }
}
