package club.courtside.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Every setting there is, by its name in the environment. The name of the same setting as a system property or for
 * {@code @ConfigProperty} is {@link #property()}.
 */
public enum Setting {
    COURTSIDE_HOST("127.0.0.1", "address that Courtside listens on"),
    COURTSIDE_PORT("8080", "port of the pages and the API"),
    COURTSIDE_RTSP_PORT("8554", "port of the relay (RTSP); 0 takes any free one"),
    COURTSIDE_PUBLIC_URL(null, "address that people use, when a proxy stands in front"),
    COURTSIDE_TLS_KEYSTORE(null, "PKCS12 file with key and certificate; COURTSIDE_PORT then speaks TLS alone"),
    COURTSIDE_TLS_PASSWORD(null, "password of that file"),
    COURTSIDE_TRUSTED_PROXIES(
            null, "addresses of proxies on other machines whose X-Forwarded headers count, separated by commas"),
    COURTSIDE_HOME(null, "folder of the built program; set by the launcher"),
    COURTSIDE_DATA("data", "folder of database, videos, logs and keys"),
    COURTSIDE_DEMO(null, "demo club with synthetic cameras; true while no database and no club is configured"),
    COURTSIDE_DEMO_PASSWORD(null, "password of the demo users; else one is made and printed"),
    COURTSIDE_DEMO_CAMERAS(null, "file that lists the demo cameras; set by the launcher"),
    COURTSIDE_JAVA_OPTIONS(null, "further options for the web application's JVM, separated by spaces"),
    COURTSIDE_LOG_LEVEL("INFO", "SEVERE, WARNING, INFO, FINE or FINEST"),
    COURTSIDE_DB_URL(null, "JDBC address of a PostgreSQL database; else an H2 file in the data folder"),
    COURTSIDE_DB_USER("courtside", "user name at the database"),
    COURTSIDE_DB_PASSWORD(null, "password at the database"),
    SMTP_HOST(null, "mail server for invitations and forgotten passwords; unset sends no mail"),
    SMTP_PORT("587", "port of the mail server"),
    SMTP_USER(null, "user name at the mail server"),
    SMTP_PASSWORD(null, "password at the mail server"),
    SMTP_FROM(null, "address that mail comes from; else SMTP_USER"),
    SMTP_TLS("starttls", "starttls, tls or none"),
    NOTIFY_WEBHOOK_URL(null, "address that is told of what goes wrong, as Discord and Slack give them"),
    OBS_HOST("127.0.0.1", "host of the OBS Studio that obs://default means"),
    OBS_PORT("4455", "port of its obs-websocket"),
    OBS_PASSWORD(null, "password of its obs-websocket, where the court has none of its own"),
    COURTSIDE_CORS_ORIGINS(null, "origins whose pages may call the API, separated by commas"),
    COURTSIDE_METRICS_TOKEN(
            null, "opens /metrics to other machines, as Authorization: Bearer; else this machine alone reads it"),
    COURTSIDE_MAX_SESSIONS("10", "sessions open at the same time"),
    COURTSIDE_MAX_VIEWERS("5", "decoded viewers of one preview"),
    COURTSIDE_MIN_FREE_GB("5", "disk space that recordings leave free"),
    COURTSIDE_AUDIT_DAYS("365", "days that the audit log is kept; 0 keeps it for ever"),
    COURTSIDE_MAX_UPLOAD_GB("20", "longest video file that is taken from somebody's computer"),
    COURTSIDE_UPLOAD_HOURS("24", "an upload of which nothing more comes is given up after this time"),
    COURTSIDE_PROCESSING_KEY(
            null, "key by which other programs send videos to be processed here (/upload); else none can"),
    COURTSIDE_PROCESSING_CLUB("processing", "short name of the club that these videos belong to"),
    COURTSIDE_MODELS(
            null, "folder of the models that describe videos and write subtitles; else models in the data folder"),
    VULTR_API_URL(null, "address of the processing server that videos are sent to"),
    VULTR_UPLOAD_ENDPOINT("/upload", "where it takes files; status, results and health stand beside it"),
    VULTR_API_KEY(null, "key of the processing server, sent as Authorization: Bearer"),
    VULTR_AUTO_UPLOAD("false", "recordings are uploaded by themselves where their club leaves it open; true or false"),
    VULTR_COMPRESS("false", "a smaller copy is sent to the processing server, where one can be made; true or false"),
    COURTSIDE_UPLOAD_ATTEMPTS("8", "attempts to bring a video to a target before that is given up"),
    COURTSIDE_UPLOAD_MBIT("0", "what all uploads together may take of the line, in Mbit/s; 0 is no limit"),
    COURTSIDE_UPLOAD_CONNECT_SECONDS("10", "time for a target to take the connection"),
    COURTSIDE_UPLOAD_STALL_SECONDS("60", "an upload of which no further byte goes out is broken off after this time"),
    COURTSIDE_UPLOAD_ANSWER_SECONDS("300", "time for a target to answer once it has all"),
    S3_BUCKET(null, "bucket that videos are sent to"),
    S3_ENDPOINT(null, "address of the store that has it; unset is AWS"),
    S3_REGION("us-east-1", "region of the bucket"),
    S3_ACCESS_KEY(null, "name of the key at the store"),
    S3_SECRET_KEY(null, "secret of that key"),
    S3_LOCAL_DAYS(null, "days after which the file of a video goes from here once the bucket has it; unset keeps it"),
    S3_PREFIX(null, "what the name of every object in the bucket begins with, such as videos/"),
    BUNNY_STORAGE_ZONE(null, "storage zone at bunny.net that videos are sent to"),
    BUNNY_STORAGE_KEY(null, "password of that zone"),
    BUNNY_STORAGE_ENDPOINT("https://storage.bunnycdn.com", "address of the zone's region"),
    BUNNY_STREAM_LIBRARY(null, "number of the video library at bunny.net that videos are sent to"),
    BUNNY_STREAM_KEY(null, "API key of that library"),
    BUNNY_STREAM_ENDPOINT("https://video.bunnycdn.com", "address of Bunny Stream"),
    COURTSIDE_CAMERA_ATTEMPTS("3", "attempts to reach a camera before a session opens"),
    COURTSIDE_CAMERA_SECONDS("10", "time for all these attempts"),
    COURTSIDE_SESSION_IDLE_MINUTES("10", "a session without viewer or recording closes after this time"),
    COURTSIDE_PREVIEW_FPS("5", "pictures a second of a JPEG preview"),
    COURTSIDE_PREVIEW_WIDTH("640", "greatest width of a JPEG preview in pixels"),
    COURTSIDE_PREVIEW_QUALITY("70", "JPEG quality of a preview, 1 to 100");

    private final String defaultValue;
    private final String meaning;

    Setting(String defaultValue, String meaning) {
        this.defaultValue = defaultValue;
        this.meaning = meaning;
    }

    /** {@code COURTSIDE_MAX_SESSIONS} → {@code courtside.max.sessions} */
    public String property() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    public Optional<String> defaultValue() {
        return Optional.ofNullable(defaultValue);
    }

    public String meaning() {
        return meaning;
    }

    /** Its value is shown to nobody. */
    public boolean isSecret() {
        return name().matches(".*_(PASSWORD|KEY|SECRET|TOKEN|WEBHOOK_URL)");
    }

    public static Optional<Setting> named(String environmentName) {
        return Arrays.stream(values())
                .filter(setting -> setting.name().equals(environmentName))
                .findFirst();
    }

    public static List<String> names() {
        return Arrays.stream(values()).map(Enum::name).toList();
    }
}
