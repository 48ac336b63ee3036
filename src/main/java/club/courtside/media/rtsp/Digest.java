package club.courtside.media.rtsp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** Proves that the password is known without sending it (RFC 7616; RFC 2617, which most cameras still follow). */
final class Digest {

    private final Challenge challenge;
    private final String hash;
    private final boolean ofSession;
    private final boolean counted;
    private int count;

    private Digest(Challenge challenge, String hash, boolean ofSession, boolean counted) {
        this.challenge = challenge;
        this.hash = hash;
        this.ofSession = ofSession;
        this.counted = counted;
    }

    /** Empty when it asks for what is not known here. */
    static Optional<Digest> answering(Challenge challenge) {
        String algorithm = challenge.parameter("algorithm").toUpperCase(Locale.ROOT);
        boolean ofSession = algorithm.endsWith("-SESS");
        String hash = ofSession ? algorithm.substring(0, algorithm.length() - 5) : algorithm;
        if (hash.isEmpty()) hash = "MD5";
        String protection = challenge.parameter("qop");
        boolean counted = Arrays.stream(protection.split(","))
                .anyMatch(each -> each.strip().equalsIgnoreCase("auth"));
        boolean known = hash.equals("MD5") || hash.equals("SHA-256");
        return challenge.isDigest() && known && (counted || protection.isBlank())
                ? Optional.of(new Digest(challenge, hash, ofSession, counted))
                : Optional.empty();
    }

    /**
     * The value of {@code Authorization}.
     *
     * @param own a random word
     */
    String authorization(String user, String password, String method, String uri, String own) {
        String number = "%08x".formatted(++count);
        StringBuilder text = new StringBuilder("Digest ");
        quoted(text, "username", user);
        quoted(text, "realm", challenge.parameter("realm"));
        quoted(text, "nonce", challenge.parameter("nonce"));
        quoted(text, "uri", uri);
        quoted(text, "response", response(user, password, method, uri, number, own));
        if (!challenge.parameter("opaque").isEmpty()) quoted(text, "opaque", challenge.parameter("opaque"));
        if (!challenge.parameter("algorithm").isEmpty())
            text.append("algorithm=").append(challenge.parameter("algorithm")).append(", ");
        if (counted) {
            text.append("qop=auth, nc=").append(number).append(", ");
        }
        if (counted || ofSession) quoted(text, "cnonce", own);
        return text.substring(0, text.length() - 2);
    }

    private static void quoted(StringBuilder text, String name, String value) {
        text.append(name).append("=\"").append(value.replace("\"", "\\\"")).append("\", ");
    }

    private String response(String user, String password, String method, String uri, String number, String own) {
        String nonce = challenge.parameter("nonce");
        String secret = hash(user + ":" + challenge.parameter("realm") + ":" + password);
        if (ofSession) secret = hash(secret + ":" + nonce + ":" + own);
        String request = hash(method + ":" + uri);
        return counted
                ? hash(secret + ":" + nonce + ":" + number + ":" + own + ":auth:" + request)
                : hash(secret + ":" + nonce + ":" + request);
    }

    private String hash(String text) {
        try {
            byte[] bytes = MessageDigest.getInstance(hash).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has both
        }
    }
}
