package club.courtside.media.rtsp;

import club.courtside.media.CameraAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Who wants to see the camera, and how that is proved in each request once the camera has asked for it. */
final class Credentials {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String user;
    private final String password;
    private Digest digest;
    private boolean basic;
    private boolean proved;

    Credentials(CameraAddress address) {
        user = address.username();
        password = address.password() == null ? "" : address.password();
    }

    /** A header line, or nothing. */
    String header(String method, String uri) {
        if (digest != null)
            return "Authorization: " + digest.authorization(user, password, method, uri, word()) + "\r\n";
        if (!basic) return "";
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(both) + "\r\n";
    }

    private static String word() {
        byte[] word = new byte[8];
        RANDOM.nextBytes(word);
        return HexFormat.of().formatHex(word);
    }

    /** What was sent was right. */
    void accepted() {
        proved = digest != null;
    }

    /**
     * Cameras lock out who tries wrong passwords: another attempt is made only when this is the first question, or a new
     * one after a right answer.
     *
     * @return whether the request can be sent again with another proof
     */
    boolean meet(RtspMessage refusal) {
        if (user == null || user.isEmpty()) return false;
        List<Challenge> challenges = refusal.all("www-authenticate").stream()
                .flatMap(header -> Challenge.parse(header).stream())
                .toList();
        boolean first = digest == null && !basic;
        boolean stale = digest != null && (proved || challenges.stream().anyMatch(Challenge::isStale));
        if (!first && !stale) return false;
        proved = false;
        Optional<Digest> found = challenges.stream()
                .flatMap(each -> Digest.answering(each).stream())
                .findFirst();
        digest = found.orElse(null);
        basic = digest == null
                && challenges.stream().anyMatch(each -> each.scheme().equals("basic"));
        return digest != null || basic;
    }
}
