package club.courtside.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/**
 * The body of every answer of the API that is no success (RFC 9457, {@code application/problem+json}).
 *
 * @param type {@code about:blank}: the status says it all
 * @param title the status in words
 * @param detail one English sentence about this very case
 * @param field the request field, path or query parameter that is wrong; null when it is none of them
 * @param reason a code that programs can act on (such as the engine's {@code unauthorized}), or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(String type, String title, int status, String detail, String field, String reason) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Bad request"),
            Map.entry(401, "Not signed in"),
            Map.entry(403, "Not allowed"),
            Map.entry(404, "Not found"),
            Map.entry(405, "Method not allowed"),
            Map.entry(406, "Not acceptable"),
            Map.entry(409, "Conflict"),
            Map.entry(413, "Too large"),
            Map.entry(415, "Unsupported media type"),
            Map.entry(416, "Range not satisfiable"),
            Map.entry(422, "Not usable"),
            Map.entry(429, "Too many requests"),
            Map.entry(500, "Internal error"),
            Map.entry(503, "Not available at the moment"));

    public Problem {
        if (type == null) type = "about:blank";
        if (title == null) title = TITLES.getOrDefault(status, "Error");
    }

    public static Problem of(int status, String detail) {
        return new Problem(null, null, status, detail, null, null);
    }
}
