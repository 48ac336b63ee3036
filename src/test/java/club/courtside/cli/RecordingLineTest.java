package club.courtside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RecordingLineTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private RecordingLine line(boolean rewriting) {
        return new RecordingLine(new PrintStream(said, true, StandardCharsets.UTF_8), rewriting);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_terminal_has_one_line_that_is_written_again() {
        RecordingLine line = line(true);
        line.show(1, 60, 500_000, "interrupted");
        line.show(2, 60, 1_000_000, "");
        line.end();

        assertThat(said())
                .isEqualTo("\r0:01 of 1:00  0.5 MB  interrupted" + "\r0:02 of 1:00  1.0 MB             "
                        + System.lineSeparator());
    }

    @Test
    void elsewhere_there_is_a_line_every_ten_seconds_and_when_something_happens() {
        RecordingLine line = line(false);
        for (int second = 0; second <= 21; second++)
            line.show(second, 5400, second * 100_000_000L, second == 13 ? "interrupted" : "");

        assertThat(said().lines())
                .containsExactly(
                        "0:00 of 1:30:00  0.0 MB",
                        "0:10 of 1:30:00  1.00 GB",
                        "0:13 of 1:30:00  1.30 GB  interrupted",
                        "0:14 of 1:30:00  1.40 GB",
                        "0:20 of 1:30:00  2.00 GB");
    }
}
