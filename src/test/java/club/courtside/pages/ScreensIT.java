package club.courtside.pages;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.support.Api;
import club.courtside.support.Await;
import club.courtside.support.Browser;
import club.courtside.support.Mailbox;
import club.courtside.support.Match;
import club.courtside.support.ObsStudio;
import club.courtside.support.RunningCourtside;
import club.courtside.support.Screens;
import club.courtside.support.Shared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes the pictures of {@code docs/screens.md}, of every page on the desk and, dark, on the phone. Only when asked, since
 * no two are alike: {@code ./courtside test -Dit.test=ScreensIT,FirstStartIT,TwoCourtsidesIT -Dcourtside.screens=docs/screens}.
 */
@ExtendWith(Shared.class)
@EnabledIfSystemProperty(named = "courtside.screens", matches = ".+")
class ScreensIT {

    private static final String LANGUAGE = System.getProperty("courtside.screens.language", "en");
    private static final List<String> MATCHES = List.of(
            "Final of the evening league",
            "Monday beginners",
            "Ladies' doubles",
            "Training with Marta",
            "Friends' cup, round 2",
            "Over-50s, court 3");

    @TempDir
    Path folder;

    private final RunningCourtside courtside;
    private final Mailbox mailbox;
    private final Api operator;
    private final List<String> videos = new ArrayList<>();
    private Path film;

    ScreensIT(RunningCourtside courtside, Mailbox mailbox) {
        this.courtside = courtside;
        this.mailbox = mailbox;
        this.operator = courtside.api().as("admin");
    }

    @Test
    void every_page_has_its_picture() throws IOException {
        String guest = operator.post(
                        "/api/users", Map.of("email", "guest@screens.example", "name", "Jo", "clubs", List.of(club())))
                .get("id");
        for (int round = 0; round < 2; round++) play(round);
        String video = videos.get(0);
        for (double second : new double[] {1.5, 4, 6.5})
            operator.post("/api/videos/" + video + "/markers", Map.of("seconds", second, "label", label(second)));
        operator.post("/api/videos/" + videos.get(1) + "/jobs", Map.of());
        courtside.api().post("/api/auth/forgotten", Map.of("email", "player@demo.club"));
        String link = operator.post("/api/videos/" + video + "/shares", Map.of())
                .get("url")
                .replaceFirst("^https?://[^/]+", "");
        try (Match running = match("terrain-1", "Semi-final, Lea and Tom");
                Match second = match("terrain-2", "Club evening")) {
            running.awaitElapsed(8);
            as(null, strangers(link));
            as("admin", operators(video));
            uploads();
            trial();
            studio();
            as("player", List.of(new Shot("court-free", "/c/terrain-3", null)));
            as("admin", List.of(new Shot("court-recording", "/c/terrain-1", null)));
            running.stop();
            second.stop();
            for (Match over : List.of(running, second)) add(over);
        } finally {
            videos.forEach(id -> operator.delete("/api/video/files/" + id + "/delete"));
            operator.delete("/api/users/" + guest);
        }
    }

    /** On each court at once. */
    private void play(int round) {
        List<Match> matches = new ArrayList<>();
        for (int court = 1; court <= 3; court++)
            matches.add(match("terrain-" + court, MATCHES.get(3 * round + court - 1)));
        for (Match match : matches) match.awaitElapsed(8);
        for (Match match : matches) {
            match.stop();
            film = match.file();
            add(match);
            match.close();
        }
        for (String video : videos)
            Await.until(
                    "a thumbnail",
                    () -> operator.get("/api/videos/" + video).json().hasNonNull("thumbnail_url"));
    }

    /** The video of the main angle, and those of the others. */
    private void add(Match match) {
        videos.add(match.status().path("video_id").asText());
        match.status()
                .path("angles")
                .forEach(angle -> videos.add(angle.path("video_id").asText()));
    }

    private Match match(String court, String name) {
        Match match = Match.onCourt(courtside, operator, court);
        assertThat(operator.post(
                                "/api/video/record/start",
                                Map.of("session_id", match.session(), "duration_minutes", 60, "name", name))
                        .status())
                .isEqualTo(201);
        return match;
    }

    private static String label(double second) {
        return second < 2 ? "First break" : second < 5 ? "Around the post" : "Match point";
    }

    private record Shot(String name, String path, String opener) {

        static Shot of(String name) {
            return new Shot(name, "/" + name + ".xhtml", null);
        }

        static Shot admin(String name) {
            return new Shot("admin-" + name, "/admin/" + name + ".xhtml", null);
        }
    }

    private String club() {
        return operator.get("/api/clubs/demo").get("id");
    }

    private List<Shot> strangers(String link) {
        return List.of(
                Shot.of("login"),
                Shot.of("forgotten"),
                new Shot("invitation", mailbox.linkFor("guest@screens.example"), null),
                new Shot("password", mailbox.linkFor("player@demo.club"), null),
                new Shot("shared", link, null),
                new Shot("error", "/nothing.xhtml", null));
    }

    private List<Shot> operators(String video) {
        String court = operator.get("/api/courts/terrain-1").get("id");
        String camera = operator.get("/api/courts/" + court + "/cameras")
                .json()
                .at("/items/0/id")
                .asText();
        return List.of(
                Shot.of("live"),
                new Shot("live-start", "/live.xhtml", ".cs-court__act .ui-button:not(.ui-button-outlined)"),
                Shot.of("library"),
                new Shot("library-empty", "/library.xhtml?q=nothing-has-this-title", null),
                new Shot("video", "/video.xhtml?id=" + video, null),
                new Shot("video-share", "/video.xhtml?id=" + video, ".vp-acts .ui-button:first-child"),
                Shot.of("statistics"),
                Shot.of("jobs"),
                Shot.of("account"),
                Shot.admin("clubs"),
                new Shot(
                        "admin-club",
                        "/admin/club.xhtml?id="
                                + operator.get("/api/clubs/demo").get("id"),
                        null),
                new Shot("admin-courts", "/admin/courts.xhtml?court=" + court, null),
                new Shot("admin-camera", "/admin/courts.xhtml?camera=" + camera, "#cam\\:test"),
                Shot.admin("users"),
                Shot.admin("audit"),
                Shot.admin("settings"),
                Shot.admin("health"),
                Shot.admin("try"),
                new Shot("admin-sign", "/admin/sign.xhtml?court=" + court, null));
    }

    private void as(String who, List<Shot> shots) {
        try (Browser browser = Browser.inLanguage(courtside, LANGUAGE)) {
            if (who != null) browser.signIn(who);
            for (Shot shot : shots) {
                take(browser.on(1440, 900, Screens.DESK), shot, Screens.SMALLER, "");
                take(browser.on(390, 844, Screens.PHONE), shot, 1, "-phone");
            }
        }
    }

    private void uploads() {
        List<Path> files = List.of(file("Finale.mp4"), file("Interclubs.mp4"), file("Stage de mai.mp4"));
        try (Browser browser = Browser.inLanguage(courtside, LANGUAGE).signIn("admin")) {
            browser.open("/library.xhtml").sendsAt(150_000).choose("[type=file]", files.toArray(Path[]::new));
            browser.await(
                    "a part is there",
                    d -> browser.<Boolean>script(
                            "[...document.querySelectorAll('.up progress')].some(bar => bar.value > 0.3)"));
            Screens.take(browser, "library-uploads");
            Screens.save(
                    browser.on(390, 844, Screens.PHONE).click("[data-fold]").photograph(1), "library-filters-phone");
            browser.script("void (window.confirm = () => true)");
            for (Path file : files) browser.click(".up-row [data-do=cancel]");
            browser.await("none is left", d -> browser.<Boolean>script("!document.querySelector('.up-row')"));
        }
    }

    /** A court that OBS Studio records. */
    private void studio() throws IOException {
        try (ObsStudio obs = ObsStudio.open()) {
            String court = operator.post(
                            "/api/clubs/" + club() + "/courts", Map.of("name", "Centre court", "slug", "centre"))
                    .get("id");
            String camera = operator.post(
                            "/api/courts/" + court + "/cameras",
                            Map.of(
                                    "url",
                                    "obs://127.0.0.1:" + obs.port(),
                                    "password",
                                    ObsStudio.PASSWORD,
                                    "name",
                                    "OBS Studio"))
                    .get("id");
            Await.until("OBS is connected", () -> operator.get("/api/integrated/status")
                    .json()
                    .path("connected")
                    .asBoolean());
            as(
                    "admin",
                    List.of(
                            new Shot("admin-obs", "/admin/courts.xhtml?camera=" + camera, null),
                            new Shot("court-obs", "/c/centre", null),
                            new Shot(
                                    "live-obs-start",
                                    "/live.xhtml",
                                    "[data-court='" + court + "'] .cs-court__act button")));
            operator.post(
                    "/api/integrated/recording/start",
                    Map.of("court_id", court, "sessionName", "Final, with commentary", "duration_minutes", 90));
            Await.until(
                    "OBS records",
                    () -> operator.get("/api/integrated/recording/status")
                                    .json()
                                    .at("/recordings/0/elapsed_seconds")
                                    .asDouble()
                            > 6);
            as(
                    "admin",
                    List.of(
                            new Shot("live-obs", "/live.xhtml", null),
                            new Shot("court-obs-recording", "/c/centre", null)));
            videos.add(operator.post("/api/integrated/recording/stop", Map.of("court_id", court))
                    .get("id"));
            Await.until(
                    "the court is free",
                    () -> operator.delete("/api/courts/" + court).status() == 204);
        }
    }

    /** A match as somebody has it on a computer. */
    private Path file(String name) {
        try {
            return Files.copy(film, folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void trial() {
        try (Browser browser = Browser.inLanguage(courtside, LANGUAGE).signIn("admin")) {
            browser.open("/admin/try.xhtml").click("#trying\\:open");
            browser.await(
                    "the camera's picture",
                    d -> browser.<Boolean>script(
                            "document.querySelector('[data-of=session]')?.dataset.moving === 'true'"));
            Screens.take(browser, "admin-try-open");
            browser.click("#running\\:close");
            browser.visible("#trying\\:url");
        }
    }

    private static void take(Browser browser, Shot shot, double scale, String suffix) {
        browser.open(shot.path());
        if (shot.opener() != null) {
            browser.click(shot.opener());
            browser.await(
                    "what " + shot + " opens",
                    d -> browser.<Boolean>script(
                            "[...document.querySelectorAll('.ui-dialog, .ac-res')].some(d => d.checkVisibility())"));
        }
        browser.await(
                "the pictures of " + shot,
                d -> browser.<Boolean>script("document.readyState === 'complete' && document.fonts.status === 'loaded'"
                        + " && [...document.images].every(i => !i.checkVisibility() || i.complete)"
                        + " && [...document.querySelectorAll('[data-preview]')].every(p => p.dataset.moving === 'true'"
                        + " || p.closest('.cs-view')?.querySelector('[data-watch=false]')"
                        + " || p.getBoundingClientRect().top > innerHeight)"));
        Screens.save(browser.photograph(scale), shot.name() + suffix);
    }
}
