package club.courtside.upload.target;

import club.courtside.platform.CurrentSettings;
import club.courtside.settings.Setting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The settings of all targets; they may change while Courtside runs. */
@ApplicationScoped
public class TargetSettings {

    private final CurrentSettings settings;

    @Inject
    public TargetSettings(CurrentSettings settings) {
        this.settings = settings;
    }

    protected TargetSettings() {
        this(null);
    }

    Optional<String> get(Setting setting) {
        return settings.all().get(setting).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** Without a slash at its end. */
    Optional<URI> address(Setting setting) {
        return get(setting).map(value -> URI.create(value.replaceFirst("/+$", "")));
    }

    /** 0 when there is no limit. */
    double mbitPerSecond() {
        return get(Setting.COURTSIDE_UPLOAD_MBIT).map(Double::parseDouble).orElse(0.0);
    }

    /** Until a target takes the connection. */
    Duration toConnect() {
        return seconds(Setting.COURTSIDE_UPLOAD_CONNECT_SECONDS);
    }

    /** Without a further byte going out. */
    Duration toStall() {
        return seconds(Setting.COURTSIDE_UPLOAD_STALL_SECONDS);
    }

    /** From the last byte of a request to the first of its answer. */
    Duration toAnswer() {
        return seconds(Setting.COURTSIDE_UPLOAD_ANSWER_SECONDS);
    }

    private Duration seconds(Setting setting) {
        return Duration.ofSeconds(Long.parseLong(get(setting).orElseThrow()));
    }
}
