package club.courtside.notice;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.support.Api;
import club.courtside.support.Await;
import club.courtside.support.Mailbox;
import club.courtside.support.RunningCourtside;
import club.courtside.support.WebhookReceiver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From what happens to the mailbox and the webhook, through everything that lies between. */
class NoticeIT {

    private static final Duration TWO_LOOKS = Duration.ofMinutes(4);

    @TempDir
    Path folder;

    @Test
    void its_owner_hears_of_a_match_and_the_club_of_a_camera_that_does_not_answer() throws Exception {
        try (var mailbox = new Mailbox();
                var hook = new WebhookReceiver()) {
            var settings = new HashMap<>(mailbox.settings());
            settings.put("NOTIFY_WEBHOOK_URL", hook.address());
            try (var courtside = new RunningCourtside(folder.resolve("data"), settings).start()) {
                Api club = courtside.api().as("club");
                assertThat(club.put("/api/clubs/demo", Map.of("notices", Map.of("ready", true)))
                                .status())
                        .isEqualTo(200);
                var camera = Map.of("name", "Dead", "url", "rtsp://127.0.0.1:9/none");
                assertThat(club.post("/api/courts/terrain-3/cameras", camera).status())
                        .isEqualTo(201);

                record(courtside.api().as("player"));

                Await.until("the player is told", () -> !mailbox.subjectsFor("player@demo.club")
                        .isEmpty());
                assertThat(mailbox.linkFor("player@demo.club")).startsWith("/video.xhtml?id=");
                Await.until("the webhook is told", TWO_LOOKS, () -> hook.taken().stream()
                        .anyMatch(told -> told.path("content").asText().contains("Dead")));
                Await.until("so is the administrator", () -> mailbox.subjectsFor("club@demo.club").stream()
                        .anyMatch(subject -> subject.contains("Dead")));
                assertThat(mailbox.subjectsFor("player@demo.club")).hasSize(1);
            }
        }
    }

    private static void record(Api player) {
        String session = Await.value(
                        "a session, once the camera answers",
                        () -> player.post("/api/video/session/create", Map.of("terrain_id", "terrain-2")),
                        answer -> answer.status() == 200 || answer.status() == 201)
                .get("session_id");
        player.post("/api/video/record/start", Map.of("session_id", session, "duration_minutes", 5));
        player.awaitField("/api/video/record/status/" + session, "started_at");
        player.post("/api/video/record/stop", Map.of("session_id", session));
        player.post("/api/video/session/close", Map.of("session_id", session));
    }
}
