package club.courtside.health;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.support.Api;
import club.courtside.support.Await;
import club.courtside.support.Browser;
import club.courtside.support.RunningCourtside;
import club.courtside.support.Shared;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** The operator looks whether all is in order, and tries all cameras. */
@ExtendWith(Shared.class)
class HealthPageIT {

    private static final String CAMERAS = "/api/courts/terrain-3/cameras";

    private final RunningCourtside courtside;
    private final Api club;

    HealthPageIT(RunningCourtside courtside) {
        this.courtside = courtside;
        this.club = courtside.api().as("club");
    }

    @ParameterizedTest
    @CsvSource({"390, 844, fr, dark", "1440, 900, en, light"})
    void each_camera_is_tried_and_says_what_it_sends_or_why_not(int width, int height, String language, String scheme) {
        ResourceBundle words = ResourceBundle.getBundle("club.courtside.messages", Locale.forLanguageTag(language));
        String away = club.post(CAMERAS, Map.of("name", "Away", "url", "rtsp://127.0.0.1:1/away"))
                .get("id");
        awake();
        try (Browser desk = Browser.inLanguage(courtside, language).on(width, height, scheme)) {
            desk.signIn("admin").open("/admin/health.xhtml");
            assertThat(desk.text(".he-cols .cs-list"))
                    .contains(words.getString("health.name.java"), words.getString("health.name.folder"))
                    .contains(
                            words.getString("health.name.models"),
                            courtside.data().toString());

            desk.visible("#health\\:tryAll").sendKeys(Keys.ENTER);

            desk.await(
                    "the end of the round",
                    d -> desk.<Boolean>script("[...document.querySelectorAll('.he-tried')]"
                            + ".every(tried => /is-(SEEN|LIVE|REFUSED)/.test(tried.className))"
                            + " && document.querySelectorAll('.he-tried').length"
                            + " === document.querySelectorAll('#health\\\\:cameras .he-chk').length"
                            + " && !document.querySelector('.he-round').innerText.includes('…')"));
            assertThat(desk.text("#health\\:report")).contains("H264 · 1280 × 720", "MJPEG · ");
            assertThat(desk.<String>script("[...document.querySelectorAll('.he-chk')]"
                            + ".find(one => one.querySelector('h3').innerText.includes('Away')).innerText"
                            + ".replaceAll('\\u00a0', ' ')"))
                    .contains(said(words, "reason.refused"), said(words, "trial.reason.refused"));
            assertThat(desk.text(".he-round")).contains("1");
            assertThat(desk.<String>script("document.activeElement.id"))
                    .as("whoever has no mouse goes on from there")
                    .isEqualTo("health:tryAll");
            assertThat(desk.<Boolean>script("document.documentElement.scrollWidth <= innerWidth"))
                    .isTrue();
            assertThat(desk.consoleErrors()).isEmpty();
        } finally {
            club.delete(CAMERAS + "/" + away);
        }
    }

    /** A round gives each camera eight seconds, and the first connection takes longest. */
    private void awake() {
        for (String court : List.of("terrain-1", "terrain-2", "terrain-3"))
            Await.until(
                    "the picture of " + court,
                    () -> club.get("/api/courts/" + court + "/preview/snapshot.jpg")
                                    .status()
                            == 200);
    }

    /** Selenium reads non-breaking spaces as spaces. */
    private static String said(ResourceBundle words, String key) {
        return words.getString(key).replace('\u00a0', ' ');
    }
}
