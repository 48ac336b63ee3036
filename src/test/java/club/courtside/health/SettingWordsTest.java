package club.courtside.health;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.settings.Setting;
import club.courtside.settings.SettingRule;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class SettingWordsTest {

    @Test
    void whoever_changes_a_setting_reads_in_french_what_it_may_be() {
        var words = ResourceBundle.getBundle("club.courtside.messages", Locale.FRENCH);

        assertThat(Arrays.stream(Setting.values())
                        .filter(setting -> SettingRule.of(setting).isPresent()))
                .isNotEmpty()
                .allSatisfy(setting -> assertThat(words.containsKey("setting.expects." + setting))
                        .as(setting.toString())
                        .isTrue());
    }
}
