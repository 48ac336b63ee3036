package club.courtside.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvFileTest {

    @Test
    void comments_empty_lines_and_nonsense_are_passed_over() {
        assertThat(EnvFile.parse(List.of("# a comment", "", "   ", "nonsense", "A=1")))
                .containsExactly(Map.entry("A", "1"));
    }

    @Test
    void spaces_export_and_quotes_are_understood() {
        assertThat(EnvFile.parse(List.of("  export A = 1 ", "B=\" two # words \"", "C='x'", "D=")))
                .containsExactlyInAnyOrderEntriesOf(Map.of("A", "1", "B", " two # words ", "C", "x", "D", ""));
    }

    @Test
    void a_comment_may_follow_a_value_but_a_hash_may_be_part_of_it() {
        assertThat(EnvFile.parse(List.of("A=1 # one", "B=a#b")))
                .containsExactlyInAnyOrderEntriesOf(Map.of("A", "1", "B", "a#b"));
    }

    @Test
    void a_missing_file_says_nothing(@TempDir Path folder) {
        assertThat(EnvFile.read(folder.resolve(".env"))).isEmpty();
    }
}
