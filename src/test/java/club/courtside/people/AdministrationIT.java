package club.courtside.people;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.support.Api;
import club.courtside.support.Browser;
import club.courtside.support.RunningCourtside;
import club.courtside.support.Shared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operator takes a club in: its court, its camera, a player; and lets all of it go again. */
@ExtendWith(Shared.class)
class AdministrationIT {

    private static final String NINA = "nina@player.example";

    private final RunningCourtside courtside;
    private final Api operator;

    AdministrationIT(RunningCourtside courtside) {
        this.courtside = courtside;
        this.operator = courtside.api().as("admin");
    }

    @ParameterizedTest
    @CsvSource({"390, 844, fr", "1440, 900, en"})
    void a_club_comes_with_court_and_camera_and_goes_again(int width, int height, String language) {
        ResourceBundle words = ResourceBundle.getBundle("club.courtside.messages", Locale.forLanguageTag(language));
        try (Browser desk = Browser.inLanguage(courtside, language).on(width, height, "light")) {
            desk.signIn("admin");
            addClub(desk, words);
            addCourt(desk, words);
            testCameras(desk, words);
            invite(desk, words);
            keepClub(desk);
            removeCamera(desk, words);
            removeCourt(desk, words);
            removePlayer(desk);
            removeClub(desk);
            assertThat(desk.consoleErrors()).isEmpty();
        }
        assertThat(operator.get("/api/clubs/padel-du-port").status()).isEqualTo(404);
        assertThat(operator.get("/api/users?q=" + NINA).json().path("total").asInt())
                .isZero();
    }

    /** Also where the journey ended early. */
    @AfterEach
    void nothing_is_left() {
        operator.delete("/api/clubs/padel-du-port?confirm=padel-du-port");
        operator.get("/api/users?q=" + NINA)
                .json()
                .path("items")
                .forEach(user -> operator.delete("/api/users/" + user.path("id").asText()));
    }

    private static void addClub(Browser desk, ResourceBundle words) {
        desk.open("/admin/clubs.xhtml").click(".cs-head .ui-button");
        desk.type("#club\\:slug", "demo").click("#club\\:save");
        desk.await(
                "the name is asked for", d -> !desk.text("#club\\:nameMessage").isBlank());
        desk.type("#club\\:name", "Padel du Port").click("#club\\:save");
        desk.await("the short name is taken", d -> !desk.text("#club\\:slugMessage")
                .isBlank());
        desk.type("#club\\:slug", "padel-du-port").click("#club\\:save");
        tells(desk, said(words, "club.saved"));
        desk.await("the club is there", d -> desk.text(".cs-list").contains("Padel du Port"));
    }

    /** Goes by itself after some seconds, so it is looked for first. */
    private static void tells(Browser desk, String notice) {
        desk.await(
                notice,
                d -> desk.<Boolean>script(
                        "document.querySelector('#notices_container').innerText.replaceAll('\\u00a0', ' ').includes(arguments[0])",
                        notice));
    }

    private static void addCourt(Browser desk, ResourceBundle words) {
        toCourts(desk);
        assertThat(desk.text(".ac-none")).contains(said(words, "courts.none"));
        desk.click(".ac-list .ui-button").type("#place\\:name", "Court du quai").click("#place\\:save");
        desk.await("the court is there", d -> desk.text("#courts\\:list").contains("Court du quai"));
    }

    private void testCameras(Browser desk, ResourceBundle words) {
        String works = operator.get(
                        "/api/courts/" + operator.get("/api/courts/terrain-1").get("id") + "/cameras")
                .json()
                .at("/items/0/url")
                .asText();
        desk.click("#courts\\:list .ac-cam a");
        desk.type("#cam\\:name", "Filet");

        desk.type("#cam\\:url", "file:///etc/passwd").click("#cam\\:test");
        desk.await("no file is a camera", d -> !desk.text("#cam\\:urlMessage").isBlank());

        desk.type("#cam\\:url", "rtsp://127.0.0.1:" + closedPort() + "/live").click("#cam\\:test");
        assertThat(desk.text("#cam\\:result .ac-res--bad"))
                .contains(said(words, "trial.failed"), said(words, "reason.refused"))
                .contains(said(words, "trial.toDo"), said(words, "trial.reason.refused"));

        desk.type("#cam\\:url", works).click("#cam\\:test");
        String sight = desk.text("#cam\\:result .ac-res__in");
        assertThat(sight).contains("H264", "1280 × 720", said(words, "unit.fps"), "Mb/s");
        desk.await(
                "the camera's picture",
                d -> desk.<Boolean>script("(p => !!p && p.naturalWidth > 0)(document.querySelector('.ac-res img'))"));

        desk.click("#cam\\:save");
        desk.await("the camera is there", d -> desk.text("#courts\\:list").contains("Filet"));
    }

    private void invite(Browser desk, ResourceBundle words) {
        desk.open("/admin/users.xhtml").click("#invite");
        desk.type("#person\\:email", NINA).type("#person\\:name", "Nina").click("#person\\:save");
        desk.await(
                "a club is asked for", d -> !desk.text("#person\\:clubsMessage").isBlank());
        String box = desk.script("[...document.querySelectorAll('#person\\\\:clubs label')]"
                + ".find(l => l.innerText.includes('Padel du Port')).htmlFor");
        desk.click("label[for='" + box + "']").click("#person\\:save");
        desk.await("she is invited", d -> desk.text(player()).contains(said(words, "users.state.INVITED")));
        assertThat(desk.text(player())).contains("Padel du Port");
    }

    private static void removeCamera(Browser desk, ResourceBundle words) {
        toCourts(desk);
        desk.click("#courts\\:list .ac-cam a").click("#cam\\:remove");
        desk.await("the question names it", d -> desk.text("#removing").contains("Filet"));
        desk.click("#removing\\:keepIt");
        desk.await(
                "it was only asked",
                d -> !desk.<Boolean>script("document.querySelector('#removeDialog').checkVisibility()"));
        toCourts(desk);
        assertThat(desk.text("#courts\\:list")).contains("Filet");
        desk.click("#courts\\:list .ac-cam a").click("#cam\\:remove").click("#removing\\:confirm");
        tells(desk, said(words, "courts.cameraRemoved"));
        desk.await("the camera is gone", d -> !desk.text("#courts\\:list").contains("Filet"));
    }

    private static void removeCourt(Browser desk, ResourceBundle words) {
        desk.click("#courts\\:list h3 a").click("#place .ui-button-danger");
        desk.click("#removing\\:confirm");
        assertThat(desk.text(".ac-none")).contains(said(words, "courts.none"));
    }

    private static void removePlayer(Browser desk) {
        desk.open("/admin/users.xhtml").click(player() + " .ui-button-outlined");
        desk.click("#person .cs-first").click("#deleting\\:confirm");
        desk.await("she is gone", d -> desk.<Boolean>script("!document.querySelector(arguments[0])", player()));
    }

    private static void keepClub(Browser desk) {
        toClub(desk);
        desk.click("#club .ui-button-danger").type("#deletion\\:confirmation", "another");
        desk.click("#deletion .ui-button-danger");
        desk.await(
                "the word is not right", d -> !desk.text("#deletion\\:refusal").isBlank());
        desk.click("#deletion\\:keepIt");
    }

    private static void removeClub(Browser desk) {
        toClub(desk);
        desk.click("#club .ui-button-danger").click("#deletion .ui-button-danger");
        desk.await(
                "the club is gone",
                d -> desk.url().endsWith("/admin/clubs.xhtml")
                        && !desk.text(".cs-list").contains("Padel du Port"));
    }

    private static void toClub(Browser desk) {
        desk.open("/admin/clubs.xhtml");
        desk.open(desk.script("[...document.querySelectorAll('.cl-club h2 a')]"
                + ".find(a => a.innerText === 'Padel du Port').getAttribute('href')"));
    }

    private static void toCourts(Browser desk) {
        desk.open("/admin/clubs.xhtml");
        desk.open(desk.script("[...document.querySelectorAll('.cl-club')]"
                + ".find(c => c.innerText.includes('Padel du Port'))"
                + ".querySelector('a.cs-nowrap').getAttribute('href')"));
    }

    private static String player() {
        return "[data-user='" + NINA + "']";
    }

    /** Selenium reads non-breaking spaces as spaces. */
    private static String said(ResourceBundle words, String key) {
        return words.getString(key).replace('\u00a0', ' ');
    }

    private static int closedPort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
