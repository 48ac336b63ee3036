package club.courtside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FindingsTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private int found(boolean json) {
        Findings findings = new Findings(new PrintStream(said, true, StandardCharsets.UTF_8), json);
        findings.ok("Java", "17");
        findings.unknown("Cameras", "later");
        findings.wrong("Port", "8080 is taken", "Choose another.");
        return findings.conclude();
    }

    @Test
    void people_get_lines() {
        assertThat(found(false)).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "ok     Java: 17",
                        "-      Cameras: later",
                        "wrong  Port: 8080 is taken. Choose another.",
                        "One thing is wrong.");
    }

    @Test
    void scripts_get_one_object() {
        assertThat(found(true)).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8).strip())
                .isEqualTo("{\"wrong\":1,\"findings\":[{\"verdict\":\"ok\",\"what\":\"Java\",\"how\":\"17\"},"
                        + "{\"verdict\":\"unknown\",\"what\":\"Cameras\",\"how\":\"later\"},"
                        + "{\"verdict\":\"wrong\",\"what\":\"Port\",\"how\":\"8080 is taken. Choose another.\"}]}");
    }
}
