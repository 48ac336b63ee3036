package club.courtside.bench;

import club.courtside.support.Api;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How long whoever presses start waits for the answer, on a court whose session is open; ms. */
record StartAnswers(int starts, long median, long most) {

    private static final int TIMES = 10;

    static StartAnswers measure(WholeProduct product) throws IOException {
        List<Long> millis = new ArrayList<>();
        Api club = product.club();
        String session = club.post("/api/video/session/create", Map.of("terrain_id", product.court()))
                .get("session_id");
        Map<String, Object> start = Map.of("session_id", session, "duration_minutes", 1);
        for (int i = 0; i < TIMES; i++) {
            long from = System.nanoTime();
            Api.Answer answer = club.post("/api/video/record/start", start);
            millis.add(Duration.ofNanos(System.nanoTime() - from).toMillis());
            if (answer.status() != 201) throw new IOException("not started: " + answer.text());
            club.post("/api/video/record/stop", Map.of("session_id", session));
        }
        club.post("/api/video/session/close", Map.of("session_id", session));
        millis.sort(null);
        return new StartAnswers(TIMES, millis.get(TIMES / 2), millis.get(TIMES - 1));
    }
}
