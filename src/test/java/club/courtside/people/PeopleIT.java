package club.courtside.people;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.support.Api;
import club.courtside.support.Browser;
import club.courtside.support.Mailbox;
import club.courtside.support.RunningCourtside;
import club.courtside.support.Shared;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody joins a club by a mail, forgets the password, and has to leave. */
@ExtendWith(Shared.class)
class PeopleIT {

    private static final String LEA = "lea@player.example";

    private final RunningCourtside courtside;
    private final Mailbox mailbox;

    PeopleIT(RunningCourtside courtside, Mailbox mailbox) {
        this.courtside = courtside;
        this.mailbox = mailbox;
    }

    @Test
    void a_player_is_invited_comes_in_and_is_out_when_disabled() {
        try (Browser desk = Browser.desktop(courtside).signIn("club");
                Browser phone = Browser.phone(courtside, "fr")) {
            desk.open("/admin/users.xhtml").click("#invite");
            desk.type("#person\\:email", LEA).type("#person\\:name", "Léa").click("#person\\:save");
            desk.await("she is invited", d -> desk.text(row(LEA)).contains("Invited"));

            phone.open(mailbox.linkFor(LEA));
            assertThat(phone.text("h1")).isEqualTo("Bienvenue, Léa");
            phone.type("#password", "1234567890").click("#submit");
            assertThat(phone.text("#passwordMessage")).contains("devine");
            phone.type("#password", "vibora & bandeja").click("#submit");
            phone.await("she is in", d -> d.getCurrentUrl().endsWith("/live.xhtml"));
            desk.await("she is active", d -> desk.text(row(LEA)).contains("Active"));

            desk.click(row(LEA) + " [data-do=disable]");
            desk.click("#disabling\\:confirm");
            desk.await("she is disabled", d -> desk.text(row(LEA)).contains("Disabled"));
            phone.await("she is out", d -> d.getCurrentUrl().contains("/login.xhtml"));

            desk.open("/admin/audit.xhtml");
            assertThat(desk.text("#entries")).contains("User disabled", "Invitation accepted", "Léa");
            desk.open("/account.xhtml");
            assertThat(desk.text(".cs-devices")).contains("here");
            assertThat(desk.consoleErrors()).isEmpty();
            assertThat(phone.consoleErrors()).isEmpty();
        }
    }

    @Test
    void the_api_asks_for_rights_and_names_the_field() {
        Api club = courtside.api().as("club");

        assertThat(courtside.api().as("player").get("/api/users").status()).isEqualTo(403);
        assertThat(courtside.api().get("/api/users").status()).isEqualTo(401);
        assertThat(club.get("/api/users?q=club@demo")
                        .json()
                        .path("items")
                        .path(0)
                        .path("role")
                        .asText())
                .isEqualTo("CLUB_ADMIN");
        assertThat(club.post("/api/users", Map.of("email", "no address")).get("field"))
                .isEqualTo("email");
        assertThat(club.post("/api/users", Map.of("email", "x@y.example", "role", "KING"))
                        .get("field"))
                .isEqualTo("role");
        assertThat(club.get("/api/audit?size=1").json().path("total").asInt()).isPositive();
        assertThat(club.get("/api/audit?action=nothing").get("field")).isEqualTo("action");
        assertThat(courtside
                        .api()
                        .post("/api/auth/forgotten", Map.of("email", "nobody@demo.club"))
                        .status())
                .isEqualTo(202);
        assertThat(courtside.api().get("/first.xhtml").status()).isEqualTo(404);
    }

    private static String row(String email) {
        return "[data-user='" + email + "']";
    }
}
