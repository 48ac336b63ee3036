package club.courtside.obs.websocket;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Proves that one knows the password without sending it.
 *
 * @param text empty for none
 */
record ObsPassword(String text) {

    ObsPassword {
        if (text == null) text = "";
    }

    /** The protocol's "creating an authentication string". */
    String answer(String salt, String challenge) {
        return hash(hash(text + salt) + challenge);
    }

    private static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "ObsPassword[…]";
    }
}
