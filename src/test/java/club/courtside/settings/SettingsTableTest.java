package club.courtside.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SettingsTableTest {

    @Test
    void the_readme_lists_every_setting_with_its_default() throws IOException {
        assertThat(Files.readString(Path.of("README.md"))).contains(table());
    }

    private static String table() {
        return Arrays.stream(Setting.values())
                .map(s -> "| `" + s.name() + "` | "
                        + s.defaultValue().map(d -> "`" + d + "`").orElse("–") + " | " + s.meaning() + " |")
                .collect(Collectors.joining("\n", "| setting | default | meaning |\n|---|---|---|\n", "\n"));
    }
}
