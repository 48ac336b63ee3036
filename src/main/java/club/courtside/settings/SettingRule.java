package club.courtside.settings;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a setting may be changed to while Courtside runs. Settings without a rule can only be set where Courtside is started:
 * they say where its data lies, or what may run there.
 *
 * @param expectation in words
 * @param afterRestart whether a change takes effect at the next start only
 */
public record SettingRule(Predicate<String> accepts, String expectation, boolean afterRestart) {

    private static final String ORIGIN = "https?://[A-Za-z0-9.:\\[\\]-]+";

    public static Optional<SettingRule> of(Setting setting) {
        return Optional.ofNullable(
                switch (setting) {
                    case COURTSIDE_MAX_SESSIONS -> whole(1, 1000);
                    case COURTSIDE_MIN_FREE_GB -> decimal(0, 100_000);
                    case COURTSIDE_AUDIT_DAYS -> whole(0, 36_500);
                    case COURTSIDE_MAX_UPLOAD_GB -> decimal(0, 100_000);
                    case COURTSIDE_UPLOAD_HOURS -> whole(1, 720);
                    case COURTSIDE_UPLOAD_ATTEMPTS -> whole(1, 50);
                    case COURTSIDE_UPLOAD_MBIT -> decimal(0, 100_000);
                    case COURTSIDE_UPLOAD_CONNECT_SECONDS -> whole(1, 120);
                    case COURTSIDE_UPLOAD_STALL_SECONDS -> whole(1, 3600);
                    case COURTSIDE_UPLOAD_ANSWER_SECONDS -> whole(1, 3600);
                    case S3_LOCAL_DAYS -> whole(0, 36_500);
                    case VULTR_AUTO_UPLOAD, VULTR_COMPRESS -> matching("true|false", "true or false");
                    case COURTSIDE_PROCESSING_CLUB ->
                        matching(
                                "[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?",
                                "1 to 60 lower-case letters, digits and hyphens inside");
                    case COURTSIDE_CAMERA_ATTEMPTS -> whole(1, 10);
                    case COURTSIDE_CAMERA_SECONDS -> whole(1, 120);
                    case COURTSIDE_SESSION_IDLE_MINUTES -> whole(1, 1440);
                    case COURTSIDE_PREVIEW_FPS -> whole(1, 30);
                    case COURTSIDE_PREVIEW_WIDTH -> whole(64, 3840);
                    case COURTSIDE_PREVIEW_QUALITY -> whole(1, 100);
                    case COURTSIDE_MAX_VIEWERS -> whole(1, 1000).laterOn();
                    case COURTSIDE_RTSP_PORT -> whole(0, 65_535).laterOn();
                    case COURTSIDE_LOG_LEVEL ->
                        matching("SEVERE|WARNING|INFO|FINE|FINEST", "SEVERE, WARNING, INFO, FINE or FINEST")
                                .laterOn();
                    case COURTSIDE_PUBLIC_URL ->
                        matching(ORIGIN + "(/[A-Za-z0-9._~/-]*)?", "an address such as https://padel.example")
                                .laterOn();
                    case COURTSIDE_CORS_ORIGINS ->
                        matching(
                                        ORIGIN + "(," + ORIGIN + ")*",
                                        "addresses such as https://padel.example, separated by commas")
                                .laterOn();
                    default -> null;
                });
    }

    private static SettingRule whole(int least, int most) {
        return new SettingRule(
                value -> value.matches("\\d{1,9}")
                        && Integer.parseInt(value) >= least
                        && Integer.parseInt(value) <= most,
                "a whole number from " + least + " to " + most,
                false);
    }

    private static SettingRule decimal(int least, int most) {
        return new SettingRule(
                value -> value.matches("\\d{1,9}(\\.\\d{1,3})?")
                        && Double.parseDouble(value) >= least
                        && Double.parseDouble(value) <= most,
                "a number from " + least + " to " + most,
                false);
    }

    private static SettingRule matching(String pattern, String expectation) {
        return new SettingRule(value -> value.length() <= 1000 && value.matches(pattern), expectation, false);
    }

    private SettingRule laterOn() {
        return new SettingRule(accepts, expectation, true);
    }
}
