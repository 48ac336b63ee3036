package club.courtside.session;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.support.Api;
import club.courtside.support.Await;
import club.courtside.support.Ffprobe;
import club.courtside.support.Match;
import club.courtside.support.RunningCourtside;
import club.courtside.support.Shared;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What this product is for: a match on a court becomes one playable MP4, also when the engine is killed meanwhile. */
@ExtendWith(Shared.class)
class RecordingIT {

    /** It begins with the group of pictures in which it was started, a second long here, and ends within a second. */
    /** Its end is planned when it is ordered; a busy machine begins later. */
    private static final double SHORTEST_MINUTE = 57;

    private static final double LONGEST_MINUTE = 62;

    private final RunningCourtside courtside;
    private final Api club;

    RecordingIT(RunningCourtside courtside) {
        this.courtside = courtside;
        this.club = courtside.api().as("club");
    }

    @Test
    void a_minute_on_three_courts_is_three_files_of_a_minute() {
        try (Match first = Match.onCourt(courtside, club, "terrain-1").record(1);
                Match second = Match.onCourt(courtside, club, "terrain-2").record(1);
                Match third = Match.onCourt(courtside, club, "terrain-3").record(1)) {
            first.awaitState("completed", Duration.ofSeconds(150));

            assertThat(Ffprobe.of(first.file()).seconds()).isBetween(SHORTEST_MINUTE, LONGEST_MINUTE);
            assertThat(Ffprobe.of(first.file()).codecs()).containsExactly("h264", "aac");
            assertThat(Ffprobe.of(first.file()).decodeErrors()).isEmpty();

            assertThat(Ffprobe.of(second.file()).seconds()).isBetween(SHORTEST_MINUTE, LONGEST_MINUTE);
            assertThat(Ffprobe.of(second.file()).codecs()).containsExactly("h264");
            assertThat(Ffprobe.of(second.file()).decodeErrors()).isEmpty();

            assertThat(Ffprobe.of(third.file()).seconds()).isBetween(SHORTEST_MINUTE, LONGEST_MINUTE);
            assertThat(Ffprobe.of(third.file()).codecs()).containsExactly("h264", "aac");
            assertThat(Ffprobe.of(third.file()).decodeErrors()).isEmpty();
        }
    }

    @Test
    void a_killed_engine_costs_a_second_and_leaves_one_file() {
        try (Match match = Match.onCourt(courtside, club, "terrain-3").record(5).awaitElapsed(4)) {
            ProcessHandle engine = courtside.engine();
            double before = match.status().path("elapsed_seconds").asDouble();
            long killed = System.nanoTime();
            engine.destroyForcibly();
            Await.until("recording goes on", () -> {
                JsonNode now = match.status();
                return courtside.engine().pid() != engine.pid()
                        && now.path("state").asText().equals("recording")
                        && now.path("elapsed_seconds").asDouble() > before + 1;
            });
            double outage = (System.nanoTime() - killed) / 1e9;
            double resumed = match.status().path("elapsed_seconds").asDouble();
            match.awaitElapsed(resumed + 3);

            JsonNode stopped = match.stop();
            assertThat(stopped.path("gaps")).hasSize(1);
            double gap = stopped.path("gaps").get(0).path("seconds").asDouble();
            assertThat(gap).isLessThan(outage + 1);
            assertThat(Ffprobe.of(match.file()).decodeErrors()).isEmpty();
            assertThat(Ffprobe.of(match.file()).seconds()).isGreaterThan(resumed + 2);
            assertThat(stopped.path("gaps").get(0).path("start_seconds").asDouble())
                    .as("at most a second lost before the kill")
                    .isGreaterThan(before - 1);
        }
    }
}
