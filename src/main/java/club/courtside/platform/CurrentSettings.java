package club.courtside.platform;

import club.courtside.settings.Setting;
import club.courtside.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** The settings that may change while Courtside runs: whoever needs one asks each time. */
@ApplicationScoped
public class CurrentSettings {

    private final Settings settings;

    public CurrentSettings() {
        this(Settings.ofThisProcess());
    }

    public CurrentSettings(Settings settings) {
        this.settings = settings;
    }

    /** Sessions open at the same time. */
    public int mostSessions() {
        return whole(Setting.COURTSIDE_MAX_SESSIONS);
    }

    /** Disk space that recordings leave free, in GB. */
    public double reservedGb() {
        return Double.parseDouble(text(Setting.COURTSIDE_MIN_FREE_GB));
    }

    /** That the audit log is kept; 0 for ever. */
    public int auditDays() {
        return whole(Setting.COURTSIDE_AUDIT_DAYS);
    }

    /** To reach a camera. */
    public int cameraAttempts() {
        return whole(Setting.COURTSIDE_CAMERA_ATTEMPTS);
    }

    /** For all these attempts. */
    public Duration cameraPatience() {
        return Duration.ofSeconds(whole(Setting.COURTSIDE_CAMERA_SECONDS));
    }

    /** After this time without viewer or recording a session closes. */
    public Duration longestIdle() {
        return Duration.ofMinutes(whole(Setting.COURTSIDE_SESSION_IDLE_MINUTES));
    }

    /** Longest video file that is taken from somebody's computer. */
    public long mostUploadBytes() {
        return (long) (Double.parseDouble(text(Setting.COURTSIDE_MAX_UPLOAD_GB)) * 1e9);
    }

    /** After this time without a further byte an upload is given up. */
    public Duration uploadPatience() {
        return Duration.ofHours(whole(Setting.COURTSIDE_UPLOAD_HOURS));
    }

    /** Opens the processing server; empty: nothing does. */
    public Optional<String> processingKey() {
        return settings.get(Setting.COURTSIDE_PROCESSING_KEY);
    }

    /** Short name of the club that its videos belong to. */
    public String processingClub() {
        return text(Setting.COURTSIDE_PROCESSING_CLUB);
    }

    public String previewFps() {
        return text(Setting.COURTSIDE_PREVIEW_FPS);
    }

    public int previewWidth() {
        return whole(Setting.COURTSIDE_PREVIEW_WIDTH);
    }

    public int previewQuality() {
        return whole(Setting.COURTSIDE_PREVIEW_QUALITY);
    }

    private int whole(Setting setting) {
        return Integer.parseInt(text(setting));
    }

    private String text(Setting setting) {
        return settings.get(setting).orElseThrow();
    }

    public Settings all() {
        return settings;
    }
}
