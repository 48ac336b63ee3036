package club.courtside.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SupportReportTest {

    @Test
    void whoever_helps_reads_what_is_wrong_and_what_runs() {
        var camera = new Check(
                "camera", "Padel du Lac · Central · Fond", Verdict.DEGRADED, "refused", "offline", List.of("offline"));
        var report = HealthReport.of(
                Instant.parse("2026-11-25T08:00:00Z"),
                List.of(Check.healthy("database", "it answers in 2 ms", 2L), camera));

        String text = SupportReport.of(report, new VideoHealth.Engine("up", "1.0", "8.0.1", 1, 0));

        assertThat(text.lines())
                .contains(
                        "Courtside: degraded at 2026-11-25T08:00:00Z",
                        "Version 1.0, FFmpeg 8.0.1",
                        "- database: healthy, it answers in 2 ms",
                        "- camera Padel du Lac · Central · Fond: degraded, offline (refused)");
    }

    @Test
    void an_engine_that_does_not_answer_has_no_version() {
        var report = HealthReport.of(Instant.EPOCH, List.of());

        assertThat(SupportReport.of(report, new VideoHealth.Engine("down", null, null, 0, 0)))
                .contains("Version unknown, FFmpeg unknown");
    }
}
