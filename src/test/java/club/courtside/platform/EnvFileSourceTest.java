package club.courtside.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvFileSourceTest {

    @Test
    void the_configuration_finds_a_setting_by_its_property_name() {
        EnvFileSource source = new EnvFileSource(Map.of("COURTSIDE_MAX_SESSIONS", "7"));

        assertThat(source.getValue("courtside.max.sessions")).isEqualTo("7");
        assertThat(source.getValue("courtside.max.viewers")).isNull();
    }
}
