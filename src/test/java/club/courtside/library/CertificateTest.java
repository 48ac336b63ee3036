package club.courtside.library;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.engine.api.Gap;
import club.courtside.engine.api.Reason;
import club.courtside.engine.api.RecordingState;
import club.courtside.session.RecordingView;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A match of 90 min that ended after 80, with one gap of 35 s. */
class CertificateTest {

    private static final Instant START = Instant.parse("2026-03-14T18:00:00Z");

    private static Certificate certificate(Reason reason) {
        var recording = new RecordingView(
                null,
                null,
                null,
                null,
                null,
                "Final",
                "Ana",
                RecordingState.COMPLETED,
                START,
                START.plusSeconds(5400),
                START.plusSeconds(4800),
                4800,
                0,
                1,
                0,
                120_000,
                345_678,
                345_671,
                1,
                List.of(new Gap(972, 35, "unreachable")),
                5400,
                4765,
                null,
                null,
                null,
                null,
                null,
                reason,
                1,
                1,
                List.of());
        return new Certificate(recording, ZoneOffset.UTC);
    }

    @Test
    void a_match_that_somebody_stopped_misses_its_gaps_only() {
        Certificate certificate = certificate(null);
        assertThat(certificate.getMissingSeconds()).isEqualTo(35);
        assertThat(certificate.getEarlySeconds()).isEqualTo(600);
        assertThat(certificate.getEarlyText()).isEqualTo("certificate.early");
        assertThat(certificate.isStopped()).isTrue();
    }

    @Test
    void a_match_that_ended_by_itself_too_early_misses_its_end_as_well() {
        Certificate certificate = certificate(new Reason("disk_full", "The disk is full."));
        assertThat(certificate.getMissingSeconds()).isEqualTo(635);
        assertThat(certificate.getEarlyText()).isEqualTo("certificate.early.disk_full");
        assertThat(certificate(new Reason("internal", "x")).getEarlyText()).isEqualTo("certificate.early.internal");
    }

    @Test
    void a_gap_has_its_time_by_the_clock_its_length_and_its_reason() {
        assertThat(certificate(null).getGaps())
                .containsExactly(new Certificate.Missing(START.plusSeconds(972), 35, "gap.unreachable"));
        assertThat(certificate(null).isComplete()).isFalse();
    }

    @Test
    void what_came_and_is_not_kept_is_counted() {
        assertThat(certificate(null).getNotKept()).isEqualTo(7);
    }
}
