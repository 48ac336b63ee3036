package club.courtside.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static Words words(String... given) {
        return Words.of("record", List.of(given), Set.of("--json"), Set.of("--url"), 1);
    }

    @Test
    void options_and_names_may_stand_in_any_order() {
        Words words = words("folder", "--url", "rtsp://camera/1", "--json");

        assertThat(words.has("--json")).isTrue();
        assertThat(words.value("--url")).contains("rtsp://camera/1");
        assertThat(words.name()).contains("folder");
        assertThat(words("--url=rtsp://camera/?a=b").value("--url")).contains("rtsp://camera/?a=b");
    }

    @Test
    void what_is_unknown_is_named_with_what_there_is() {
        assertThatThrownBy(() -> words("--josn"))
                .isInstanceOf(WrongUsage.class)
                .hasMessage("record: there is no option '--josn'; there are --json, --url."
                        + " ./courtside help record explains it.");
        assertThatThrownBy(() -> words("--json=yes")).hasMessageContaining("no option '--json=yes'");
        assertThatThrownBy(() -> words("one", "two")).hasMessageContaining("nobody expects 'two'");
    }

    @Test
    void a_value_that_is_missing_is_said() {
        assertThatThrownBy(() -> words("--url")).hasMessageContaining("--url needs a value");
        assertThatThrownBy(() -> words("--url", "--json")).hasMessageContaining("--url needs a value");
        assertThatThrownBy(() -> words().required("the FOLDER")).hasMessageContaining("the FOLDER is missing");
    }
}
