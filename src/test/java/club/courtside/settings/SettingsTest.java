package club.courtside.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    private static final Setting SESSIONS = Setting.COURTSIDE_MAX_SESSIONS;

    @TempDir
    Path folder;

    @Test
    void without_any_setting_the_default_holds() {
        assertThat(settings(Map.of()).get(SESSIONS)).contains("10");
    }

    @Test
    void a_property_beats_the_environment_and_that_beats_the_file() throws IOException {
        write(folder, "COURTSIDE_MAX_SESSIONS=1");
        Properties properties = new Properties();

        assertThat(settings(Map.of()).get(SESSIONS)).contains("1");
        assertThat(settings(Map.of("COURTSIDE_MAX_SESSIONS", "2")).get(SESSIONS))
                .contains("2");
        properties.setProperty("courtside.max.sessions", "3");
        assertThat(new Settings(properties, Map.of("COURTSIDE_MAX_SESSIONS", "2"), folder).get(SESSIONS))
                .contains("3");
    }

    @Test
    void the_working_folders_file_beats_the_data_folders() throws IOException {
        write(folder, "COURTSIDE_DATA=club");
        write(Files.createDirectory(folder.resolve("club")), "COURTSIDE_DATA=elsewhere\nCOURTSIDE_MAX_SESSIONS=4");

        Settings settings = settings(Map.of());

        assertThat(settings.get(Setting.COURTSIDE_DATA)).contains("club");
        assertThat(settings.get(SESSIONS)).contains("4");
    }

    @Test
    void an_empty_value_is_none() {
        assertThat(settings(Map.of("COURTSIDE_MAX_SESSIONS", " ")).get(SESSIONS))
                .contains("10");
    }

    @Test
    void a_mistyped_name_is_refused_with_the_nearest_right_one() {
        Settings settings = settings(Map.of("COURTSIDE_MAX_SESION", "5"));

        assertThatThrownBy(settings::refuseUnknownNames)
                .hasMessage("unknown setting COURTSIDE_MAX_SESION; did you mean COURTSIDE_MAX_SESSIONS?");
    }

    @Test
    void a_mistyped_name_in_a_file_is_refused_too() throws IOException {
        write(folder, "COURTSIDE_PORTS=8081");

        assertThatThrownBy(settings(Map.of())::refuseUnknownNames).hasMessageContaining("COURTSIDE_PORT?");
    }

    @Test
    void other_programs_settings_are_none_of_our_business() {
        assertThatCode(settings(Map.of("PATH", "/bin", "COURTS", "3"))::refuseUnknownNames)
                .doesNotThrowAnyException();
    }

    private Settings settings(Map<String, String> environment) {
        return new Settings(new Properties(), environment, folder);
    }

    private static void write(Path folder, String content) throws IOException {
        Files.writeString(folder.resolve(".env"), content);
    }

    @Test
    void what_was_chosen_on_the_page_holds_at_once_and_after_a_restart() {
        Settings settings = settings(Map.of());

        settings.choose(Map.of(SESSIONS, "20"));

        assertThat(settings.get(SESSIONS)).contains("20");
        assertThat(settings.source(SESSIONS)).isEqualTo(SettingSource.PAGE);
        assertThat(settings(Map.of()).get(SESSIONS)).contains("20");
        assertThat(settings(Map.of("COURTSIDE_MAX_SESSIONS", "2")).get(SESSIONS))
                .contains("2");
        Map<Setting, String> back = new HashMap<>();
        back.put(SESSIONS, null);
        settings.choose(back);
        assertThat(settings.source(SESSIONS)).isEqualTo(SettingSource.DEFAULT);
    }

    @Test
    void what_does_not_follow_its_rule_is_refused_and_nothing_changes() {
        Settings settings = settings(Map.of());

        assertThatThrownBy(() -> settings.choose(Map.of(Setting.COURTSIDE_CAMERA_SECONDS, "12", SESSIONS, "0")))
                .hasMessage("COURTSIDE_MAX_SESSIONS is a whole number from 1 to 1000");
        assertThatThrownBy(() -> settings.choose(Map.of(Setting.COURTSIDE_JAVA_OPTIONS, "-agentlib:x")))
                .hasMessageContaining("can only be set in the environment");
        assertThatThrownBy(() ->
                        settings.choose(Map.of(Setting.COURTSIDE_CORS_ORIGINS, "https://a\nCOURTSIDE_HOST=0.0.0.0")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(settings.source(Setting.COURTSIDE_CAMERA_SECONDS)).isEqualTo(SettingSource.DEFAULT);
    }

    @Test
    void every_default_follows_its_rule() {
        for (Setting setting : Setting.values())
            SettingRule.of(setting).ifPresent(rule -> setting.defaultValue()
                    .ifPresent(value ->
                            assertThat(rule.accepts()).as(setting.name()).accepts(value)));
    }
}
