package club.courtside.health;

import java.util.Locale;

/**
 * The state of the installation as plain English, for a mail to whoever helps: no address of a camera, no person, no
 * setting's value.
 */
final class SupportReport {

    private SupportReport() {}

    static String of(HealthReport report, VideoHealth.Engine engine) {
        var text = new StringBuilder("Courtside: %s at %s%n".formatted(word(report.status()), report.checkedAt()));
        text.append("Version %s, FFmpeg %s%n".formatted(known(engine.version()), known(engine.ffmpeg())));
        text.append("Java %s, %s %s, %s%n"
                .formatted(
                        Runtime.version(),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("os.arch")));
        for (var check : report.checks()) text.append(line(check));
        return text.toString().replace("\r\n", "\n");
    }

    private static String line(Check check) {
        var name = check.subject() == null ? check.name() : check.name() + " " + check.subject();
        var reason = check.reason() == null ? "" : " (" + check.reason() + ")";
        return "- %s: %s, %s%s%n".formatted(name, word(check.state()), check.detail(), reason);
    }

    private static String known(String version) {
        return version == null ? "unknown" : version;
    }

    private static String word(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }
}
