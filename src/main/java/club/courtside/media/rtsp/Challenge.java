package club.courtside.media.rtsp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a camera wants to be convinced (RFC 7235, 4.1).
 *
 * @param scheme in lower case
 * @param parameters by their names in lower case
 */
record Challenge(String scheme, Map<String, String> parameters) {

    private static final Pattern BEGIN =
            Pattern.compile("(?:^|,)\\s*(Digest|Basic)(?=\\s|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final Pattern PARAMETER = Pattern.compile("([A-Za-z-]+)\\s*=\\s*(?:\"([^\"]*)\"|([^\\s,\"]+))");

    /** @param header of {@code WWW-Authenticate}, which may hold several */
    static List<Challenge> parse(String header) {
        List<Challenge> found = new ArrayList<>();
        String hidden = QUOTED.matcher(header)
                .replaceAll(text -> "\"".repeat(text.group().length()));
        Matcher begin = BEGIN.matcher(hidden);
        for (boolean more = begin.find(); more; ) {
            String scheme = begin.group(1).toLowerCase(Locale.ROOT);
            int from = begin.end();
            more = begin.find();
            found.add(
                    new Challenge(scheme, parameters(header.substring(from, more ? begin.start() : header.length()))));
        }
        return found;
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> found = new HashMap<>();
        Matcher next = PARAMETER.matcher(text);
        while (next.find())
            found.putIfAbsent(
                    next.group(1).toLowerCase(Locale.ROOT), next.group(2) == null ? next.group(3) : next.group(2));
        return found;
    }

    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    boolean isDigest() {
        return scheme.equals("digest");
    }

    /** The last answer was right, but too old. */
    boolean isStale() {
        return parameter("stale").equalsIgnoreCase("true");
    }
}
