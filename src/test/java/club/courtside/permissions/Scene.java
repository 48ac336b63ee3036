package club.courtside.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.support.Api;
import club.courtside.support.Await;
import club.courtside.support.Match;
import club.courtside.support.RunningCourtside;
import club.courtside.support.SentFilm;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the table's variables stand for: a club in which a player has recorded, and records again. */
final class Scene implements AutoCloseable {

    private static final String COURT = "terrain-2";
    private static final String OTHER_COURT = "terrain-3";

    private final Map<String, String> values = new HashMap<>();
    private final RunningCourtside courtside;
    private final People people;
    private final Api owner;
    private final Api admin;
    private final Match over;
    private final Match running;

    Scene(RunningCourtside courtside, People people) {
        this.courtside = courtside;
        this.people = people;
        owner = people.api(Person.OWNER);
        admin = people.api(Person.CLUB_ADMIN);
        JsonNode court = owner.get("/api/courts/" + COURT).json();
        values.put("court", court.path("id").asText());
        values.put("club", court.path("club_id").asText());
        values.put(
                "camera",
                admin.get("/api/courts/" + COURT + "/cameras")
                        .json()
                        .at("/items/0/id")
                        .asText());
        values.put("player", people.id(Person.PLAYER));
        over = Match.onCourt(courtside, owner, OTHER_COURT).record(5);
        over.awaitElapsed(1).stop();
        over.file();
        values.put("over", over.session());
        values.put("video", over.status().path("video_id").asText());
        Await.until(
                "the picture of the video",
                () -> owner.get("/media/videos/" + value("video") + ".jpg").status() == 200);
        running = Match.onCourt(courtside, owner, COURT).record(60);
        running.awaitElapsed(1);
        values.put("session", running.session());
        values.put("growing", running.status().path("video_id").asText());
    }

    /** A session can be closed once: whoever asks for an idle one gets one that is open. */
    private String idle() {
        Api.Answer opened = owner.post("/api/video/session/create", Map.of("terrain_id", OTHER_COURT));
        assertThat(opened.status()).as(opened.text()).isIn(200, 201);
        return opened.get("session_id");
    }

    /** A moment or a link can be deleted once. */
    private String added(String to, Map<String, ?> what) {
        return answered(to, what).get("id");
    }

    private Api.Answer answered(String to, Map<String, ?> what) {
        Api.Answer added = owner.post("/api/videos/" + value("video") + "/" + to, what);
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        return added;
    }

    /** Where it leads stands for it. A video has few of them. */
    private String link() {
        return values.computeIfAbsent("link", name -> {
            String url = answered("shares", Map.of()).get("url");
            return url.substring(url.lastIndexOf('/') + 1);
        });
    }

    /** Over, whatever the one before has made of it, and whether it needs a model that is not here. */
    private String job() {
        String job = values.computeIfAbsent("job", name -> ordered());
        assertThat(admin.post("/api/jobs/" + job + "/cancel").status()).isIn(200, 409);
        return job;
    }

    private String ordered() {
        Api.Answer ordered =
                admin.post("/api/videos/" + value("video") + "/jobs", Map.of("kinds", List.of("describe")));
        assertThat(ordered.status()).as(ordered.text()).isEqualTo(202);
        for (JsonNode job : ordered.json().path("items"))
            if (job.path("kind").asText().equals("describe"))
                return job.path("id").asText();
        throw new AssertionError(ordered.text());
    }

    /** It can be given up once. */
    private String arrival() {
        String known = values.get("arrival");
        if (known == null || admin.get("/api/uploads/" + known).status() != 200)
            try {
                values.put("arrival", SentFilm.announced(courtside, admin, "Match.mp4", 7));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        return values.get("arrival");
    }

    private String value(String name) {
        if (name.equals("idle")) return idle();
        if (name.equals("guest")) return people.guest(value("club"));
        if (name.equals("moment")) return added("markers", Map.of("seconds", 0.5));
        if (name.equals("share")) return added("shares", Map.of());
        if (name.equals("link")) return link();
        if (name.equals("job")) return job();
        if (name.equals("arrival")) return arrival();
        String value = values.get(name);
        if (value == null) throw new IllegalArgumentException("the table means something unknown: " + name);
        return value;
    }

    String filled(PermissionRow row) {
        String path = row.path();
        for (int open = path.indexOf('{'); open >= 0; open = path.indexOf('{')) {
            String variable = path.substring(open + 1, path.indexOf('}'));
            String meant = row.choices().getOrDefault(variable, "$" + variable);
            path = path.replace("{" + variable + "}", with(meant));
        }
        return path + with(row.query());
    }

    String with(String text) {
        if (text == null) return null;
        String filled = text;
        for (String name : new String[] {
            "idle", "guest", "moment", "share", "link", "job", "arrival", "player", "over", "video", "growing",
            "session", "court", "club", "camera"
        }) if (filled.contains("$" + name)) filled = filled.replace("$" + name, value(name));
        return filled;
    }

    @Override
    public void close() {
        if (values.containsKey("arrival")) admin.delete("/api/uploads/" + values.get("arrival"));
        running.stop();
        running.close();
        over.close();
    }
}
