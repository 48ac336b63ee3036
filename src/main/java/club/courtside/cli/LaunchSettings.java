package club.courtside.cli;

import club.courtside.settings.Setting;
import club.courtside.settings.Settings;
import java.io.UncheckedIOException;
import java.util.Optional;

/** What the launcher has to know before there is a web application. */
final class LaunchSettings {

    private final Settings settings;

    LaunchSettings(Settings settings) {
        this.settings = settings;
    }

    static LaunchSettings ofThisProcess() {
        try {
            return new LaunchSettings(Settings.ofThisProcess());
        } catch (UncheckedIOException e) {
            throw new CannotRun("Courtside cannot start: " + e.getMessage() + ".");
        }
    }

    Optional<String> get(Setting setting) {
        return settings.get(setting);
    }

    /** Of a setting that has a default. */
    String value(Setting setting) {
        return settings.get(setting).orElseThrow();
    }

    void refuseUnknownNames() {
        try {
            settings.refuseUnknownNames();
        } catch (IllegalStateException e) {
            throw new CannotRun("Courtside cannot start: " + e.getMessage());
        }
    }

    /** 0 chooses a free port. */
    int port() {
        return port(Setting.COURTSIDE_PORT);
    }

    /** Of the relay; 0 chooses a free one. */
    int rtspPort() {
        return port(Setting.COURTSIDE_RTSP_PORT);
    }

    private int port(Setting setting) {
        String given = value(setting);
        try {
            int port = Integer.parseInt(given);
            if (port >= 0 && port <= 65535) return port;
        } catch (NumberFormatException e) {
            // the sentence below says it
        }
        throw new CannotRun(setting + " is '" + given + "', but a port is a number from 0 to 65535.");
    }

    /** Demo data until somebody configures a database or says otherwise. */
    boolean demo() {
        return get(Setting.COURTSIDE_DEMO)
                .map(Boolean::parseBoolean)
                .orElse(get(Setting.COURTSIDE_DB_URL).isEmpty());
    }
}
