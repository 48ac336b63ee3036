package club.courtside.health;

import club.courtside.settings.Setting;
import club.courtside.settings.SettingRule;
import club.courtside.settings.SettingSource;
import club.courtside.settings.Settings;
import java.util.Locale;

/**
 * A setting in the API.
 *
 * @param value in force; null when there is none, or when it is secret
 * @param isSet whether somebody chose it
 * @param source {@code property}, {@code environment}, {@code file}, {@code page} or {@code default}
 * @param changeable whether it can be changed here now: it has a rule, and nobody sets it where Courtside is started
 * @param expectation what it may be, in words; null when it cannot be changed here
 * @param afterRestart whether a change takes effect at the next start only
 */
public record SettingView(
        String name,
        String value,
        String defaultValue,
        boolean isSet,
        String source,
        String meaning,
        boolean secret,
        boolean changeable,
        String expectation,
        boolean afterRestart) {

    static SettingView of(Setting setting, Settings settings) {
        SettingSource source = settings.source(setting);
        SettingRule rule = SettingRule.of(setting).orElse(null);
        boolean free = source == SettingSource.PAGE || source == SettingSource.DEFAULT;
        return new SettingView(
                setting.name(),
                setting.isSecret() ? null : settings.get(setting).orElse(null),
                setting.defaultValue().orElse(null),
                source != SettingSource.DEFAULT,
                source.name().toLowerCase(Locale.ROOT),
                setting.meaning(),
                setting.isSecret(),
                rule != null && free,
                rule == null ? null : rule.expectation(),
                rule != null && rule.afterRestart());
    }
}
