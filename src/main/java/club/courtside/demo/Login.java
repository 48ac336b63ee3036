package club.courtside.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who may see a camera: Digest access authentication with MD5 and without qop (RFC 2617), as most cameras do. */
final class Login {

    private static final String REALM = "Courtside demo";
    private static final Pattern PARAMETER = Pattern.compile("(\\w+)=(?:\"([^\"]*)\"|([^,\\s]+))");

    private final String username;
    private final String password;
    private final String nonce = HexFormat.of().formatHex(new SecureRandom().generateSeed(12));

    Login(String username, String password) {
        this.username = username;
        this.password = password;
    }

    /** The value of {@code WWW-Authenticate}. */
    String challenge() {
        return "Digest realm=\"" + REALM + "\", nonce=\"" + nonce + "\"";
    }

    /** @param authorization the header's value, null when there was none */
    boolean accepts(String method, String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Digest ", 0, 7)) return false;
        Map<String, String> given = new HashMap<>();
        Matcher matcher = PARAMETER.matcher(authorization);
        while (matcher.find())
            given.put(matcher.group(1), matcher.group(2) == null ? matcher.group(3) : matcher.group(2));
        String expected = md5(md5(username + ":" + REALM + ":" + password) + ":" + nonce + ":"
                + md5(method + ":" + given.getOrDefault("uri", "")));
        return username.equals(given.get("username"))
                && nonce.equals(given.get("nonce"))
                && expected.equalsIgnoreCase(given.get("response"));
    }

    private static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }
}
