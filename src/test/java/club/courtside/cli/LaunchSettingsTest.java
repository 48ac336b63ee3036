package club.courtside.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.courtside.settings.Settings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchSettingsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "http", "80 80"})
    void a_port_that_is_none_is_refused_by_name(String port) {
        var settings = settings(Map.of("COURTSIDE_PORT", port));
        assertThatThrownBy(settings::port).isInstanceOf(CannotRun.class).hasMessageContaining("COURTSIDE_PORT");
    }

    @Test
    void there_is_demo_data_until_a_database_is_configured() {
        assertThat(settings(Map.of()).demo()).isTrue();
        assertThat(settings(Map.of("COURTSIDE_DB_URL", "jdbc:postgresql:x")).demo())
                .isFalse();
        assertThat(settings(Map.of("COURTSIDE_DEMO", "false")).demo()).isFalse();
    }

    private LaunchSettings settings(Map<String, String> environment) {
        return new LaunchSettings(new Settings(new Properties(), environment, folder));
    }
}
