package club.courtside.processing.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import club.courtside.platform.CurrentSettings;
import club.courtside.platform.ProblemException;
import club.courtside.settings.Settings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessingKeyTest {

    @TempDir
    Path folder;

    @Test
    void without_a_key_there_is_nothing() {
        assertThat(refused(Map.of(), null)).isEqualTo(404);
        assertThat(refused(Map.of(), "Bearer ")).isEqualTo(404);
        assertThat(refused(Map.of("COURTSIDE_PROCESSING_KEY", " "), "Bearer ")).isEqualTo(404);
    }

    @Test
    void the_key_opens_as_a_bearer_token() {
        ProcessingKey key = key(Map.of("COURTSIDE_PROCESSING_KEY", "se cret"));

        assertThatCode(() -> key.check("Bearer se cret")).doesNotThrowAnyException();
        assertThatCode(() -> key.check("bearer  se cret ")).doesNotThrowAnyException();
    }

    @Test
    void nothing_else_does() {
        var set = Map.of("COURTSIDE_PROCESSING_KEY", "secret");

        assertThat(refused(set, null)).isEqualTo(401);
        assertThat(refused(set, "secret")).isEqualTo(401);
        assertThat(refused(set, "Basic secret")).isEqualTo(401);
        assertThat(refused(set, "Bearer ")).isEqualTo(401);
        assertThat(refused(set, "Bearer secre")).isEqualTo(401);
        assertThat(refused(set, "Bearer secrets")).isEqualTo(401);
    }

    private int refused(Map<String, String> environment, String authorization) {
        return catchThrowableOfType(
                        ProblemException.class, () -> key(environment).check(authorization))
                .status();
    }

    private ProcessingKey key(Map<String, String> environment) {
        return new ProcessingKey(new CurrentSettings(new Settings(new Properties(), environment, folder)));
    }
}
