package club.courtside.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final Sample WARM = sample(100, 20, 30, 0);

    @Test
    void what_ends_as_it_was_after_warm_up_is_in_order() {
        assertThat(Verdict.growth(WARM, sample(104, 21, 31, 0))).isEmpty();
    }

    @Test
    void whatever_is_left_over_is_named() {
        assertThat(Verdict.growth(WARM, sample(140, 20, 30, 0)))
                .singleElement()
                .asString()
                .contains("PSS");
        assertThat(Verdict.growth(WARM, sample(100, 40, 30, 0)))
                .singleElement()
                .asString()
                .contains("threads");
        assertThat(Verdict.growth(WARM, sample(100, 20, 60, 0)))
                .singleElement()
                .asString()
                .contains("file handles");
        assertThat(Verdict.growth(WARM, sample(100, 20, 30, 1)))
                .singleElement()
                .asString()
                .contains("temporary");
    }

    private static Sample sample(long megabytes, int threads, int handles, int temporaryFiles) {
        long bytes = megabytes * 1_000_000;
        return new Sample(1, bytes, bytes, 5_000_000, 16_000_000, threads, handles, temporaryFiles, 0, 0, 1);
    }
}
