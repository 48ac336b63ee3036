package club.courtside.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;

/** Looks at a recording every second until it has ended, and stops it when it has been long enough or somebody wishes so. */
final class Onlooker {

    private static final long LOOK_EVERY_MILLIS = 1000;
    private static final long STOPPING_MILLIS = 100;

    private final LocalApi api;
    private final String session;
    private final RecordOrder order;
    private final RecordingLine line;
    private boolean stopped;

    /** @param line null for nobody who looks on */
    Onlooker(LocalApi api, String session, RecordOrder order, RecordingLine line) {
        this.api = api;
        this.session = session;
        this.order = order;
        this.line = line;
    }

    /** @return the recording as it ended */
    JsonNode untilTheEnd(JsonNode started, Interruption interruption, Installation installation)
            throws InterruptedException {
        JsonNode last = started;
        while (!hasEnded(last)) {
            boolean wished = interruption.isWishedWithin(stopped ? 0 : pause(last));
            if (stopped) Thread.sleep(STOPPING_MILLIS);
            String away = "";
            try {
                if (!stopped && (wished || isLongEnough(last))) stop();
                last = api.get("/api/video/record/status/" + session);
            } catch (IOException e) {
                if (RunFile.read(installation)
                        .filter(RunFile.Running::launcherIsAlive)
                        .isEmpty())
                    throw new CannotRun("Courtside was stopped. What was recorded lies in "
                            + installation
                                    .data()
                                    .resolve(last.path("video_path").asText()) + ".");
                away = "Courtside does not answer at the moment; the recording goes on";
            }
            show(last, away);
        }
        if (line != null) line.end();
        return last;
    }

    private void stop() throws IOException, InterruptedException {
        api.post("/api/video/record/stop", Map.of("session_id", session));
        stopped = true;
    }

    /** Short before the wished end it is looked at in time. */
    private long pause(JsonNode recording) {
        double left = planned(recording) - recording.path("elapsed_seconds").asDouble();
        return Math.max(STOPPING_MILLIS, Math.min(LOOK_EVERY_MILLIS, (long) (left * 1000)));
    }

    private boolean isLongEnough(JsonNode recording) {
        return order.length().filter(length -> !length.isWholeMinutes()).isPresent()
                && recording.path("elapsed_seconds").asDouble() >= planned(recording);
    }

    private double planned(JsonNode recording) {
        return order.length()
                .map(length -> (double) length.duration().toSeconds())
                .orElse(recording.path("planned_seconds").asDouble());
    }

    private void show(JsonNode recording, String away) {
        if (line == null) return;
        String state = recording.path("state").asText();
        String note = state.equals("recording") || hasEnded(recording) ? away : state;
        line.show(
                recording.path("elapsed_seconds").asDouble(),
                planned(recording),
                recording.path("bytes").asLong(),
                note);
    }

    private static boolean hasEnded(JsonNode recording) {
        String state = recording.path("state").asText();
        return state.equals("completed") || state.equals("failed");
    }
}
