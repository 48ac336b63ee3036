package club.courtside.platform;

import club.courtside.settings.Settings;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** The {@code .env} files for {@code @ConfigProperty}: below the environment (300), above the defaults. */
public final class EnvFileSource implements ConfigSource {

    private final Map<String, String> values;

    public EnvFileSource() {
        this(Settings.ofThisProcess().fromFiles());
    }

    EnvFileSource(Map<String, String> values) {
        this.values = values;
    }

    @Override
    public String getName() {
        return ".env";
    }

    @Override
    public int getOrdinal() {
        return 250;
    }

    @Override
    public Set<String> getPropertyNames() {
        return values.keySet();
    }

    /** {@code courtside.max.sessions} finds {@code COURTSIDE_MAX_SESSIONS}, as it does in the environment. */
    @Override
    public String getValue(String property) {
        String exact = values.get(property);
        return exact != null
                ? exact
                : values.get(property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT));
    }
}
