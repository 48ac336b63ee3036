package club.courtside.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class HelpTest {

    @Test
    void every_command_of_the_overview_has_a_text_of_its_own() {
        List<String> commands = Help.overview()
                .lines()
                .filter(line -> line.matches("  [a-z]+ .*"))
                .map(line -> line.strip().split(" ")[0])
                .toList();

        assertThat(commands).contains("run", "backup", "restore", "help");
        assertThat(commands)
                .allSatisfy(command -> assertThat(Help.of(command)).startsWith("Usage: ./courtside " + command));
    }

    @Test
    void a_command_that_does_not_exist_has_none() {
        assertThatThrownBy(() -> Help.of("../commands")).isInstanceOf(WrongUsage.class);
        assertThatThrownBy(() -> Help.of("recrod"))
                .isInstanceOf(WrongUsage.class)
                .hasMessageContaining("no command 'recrod'");
    }
}
