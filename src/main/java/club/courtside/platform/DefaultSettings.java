package club.courtside.platform;

import club.courtside.settings.Setting;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** The defaults of {@link Setting} for {@code @ConfigProperty}, so that each stands in one place. */
public final class DefaultSettings implements ConfigSource {

    private final Map<String, String> values = Arrays.stream(Setting.values())
            .filter(setting -> setting.defaultValue().isPresent())
            .collect(Collectors.toMap(Setting::property, DefaultSettings::defaultOf));

    private static String defaultOf(Setting setting) {
        return setting.defaultValue().orElseThrow();
    }

    @Override
    public String getName() {
        return "Courtside's defaults";
    }

    @Override
    public int getOrdinal() {
        return 50;
    }

    @Override
    public Set<String> getPropertyNames() {
        return values.keySet();
    }

    @Override
    public String getValue(String property) {
        return values.get(property);
    }
}
