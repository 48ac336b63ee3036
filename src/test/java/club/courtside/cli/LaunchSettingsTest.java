package club.courtside.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchSettingsTest {

    @Test
    void the_environment_wins_over_the_file() {
        var settings = new LaunchSettings(Map.of("COURTSIDE_PORT", "9000"), Map.of("COURTSIDE_PORT", "9001"));
        assertThat(settings.port()).isEqualTo(9000);
    }

    @Test
    void a_file_may_comment_quote_and_export(@TempDir Path folder) throws Exception {
        Path env = folder.resolve(".env");
        Files.write(
                env,
                List.of("# a comment", "export COURTSIDE_PORT=9001", "COURTSIDE_DATA=\"/srv/my data\"", "", "odd"));
        assertThat(LaunchSettings.readIfThere(env))
                .containsOnly(Map.entry("COURTSIDE_PORT", "9001"), Map.entry("COURTSIDE_DATA", "/srv/my data"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "http", "80 80"})
    void a_port_that_is_none_is_refused_by_name(String port) {
        var settings = new LaunchSettings(Map.of("COURTSIDE_PORT", port), Map.of());
        assertThatThrownBy(settings::port).isInstanceOf(CannotRun.class).hasMessageContaining("COURTSIDE_PORT");
    }

    @Test
    void there_is_demo_data_until_a_database_is_configured() {
        assertThat(new LaunchSettings(Map.of(), Map.of()).demo()).isTrue();
        assertThat(new LaunchSettings(Map.of("COURTSIDE_DB_URL", "jdbc:postgresql:x"), Map.of()).demo())
                .isFalse();
        assertThat(new LaunchSettings(Map.of("COURTSIDE_DEMO", "false"), Map.of()).demo())
                .isFalse();
    }
}
