package club.courtside.court;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One of the five things that must work before a camera can be used, in their order.
 *
 * @param key of its words
 * @param tone {@code ok}, {@code rec} where it failed, {@code off} where it was not tried
 */
public record TrialStep(String key, String tone) {

    private static final List<String> STEPS = List.of("reached", "signedIn", "found", "readable", "picture");

    /** @param reason why it failed, a code of the engine's; null when all went well */
    public static List<TrialStep> of(String reason) {
        int failed = reason == null ? STEPS.size() : failed(reason);
        return IntStream.range(0, STEPS.size())
                .mapToObj(step -> new TrialStep(
                        "trial." + STEPS.get(step), step < failed ? "ok" : step == failed ? "rec" : "off"))
                .toList();
    }

    private static int failed(String reason) {
        return switch (reason) {
            case "unauthorized" -> 1;
            case "not_found", "no_video" -> 2;
            case "unsupported_codec" -> 3;
            case "closed", "internal" -> 4;
            default -> 0;
        };
    }

    public String getIcon() {
        return tone.equals("rec") ? "error" : tone;
    }
}
