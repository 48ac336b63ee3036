package club.courtside.library.arrival;

import club.courtside.platform.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** What a client says of a file: {@code Upload-Metadata} of tus, pairs of a key and its value in Base64. */
public record UploadMetadata(Map<String, String> values) {

    private static final String HEADER = "Upload-Metadata";

    /** @param header may be null */
    public static UploadMetadata parse(String header) {
        Map<String, String> values = new HashMap<>();
        if (header == null || header.isBlank()) return new UploadMetadata(values);
        for (String pair : header.split(",")) {
            String[] parts = pair.strip().split(" +", 2);
            if (parts[0].isEmpty()) throw ProblemException.badRequest(HEADER, "a key is empty");
            values.put(parts[0], parts.length < 2 ? "" : decoded(parts[1].strip()));
        }
        return new UploadMetadata(values);
    }

    private static String decoded(String value) {
        try {
            return new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest(HEADER, "the values must be encoded in Base64");
        }
    }

    /** Null when it has none. */
    public String get(String key) {
        return values.get(key);
    }

    /** By any of the names that clients use. */
    public ArrivalName name() {
        return new ArrivalName(values.getOrDefault("filename", values.get("name")));
    }
}
