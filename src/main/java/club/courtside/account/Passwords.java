package club.courtside.account;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Hashes passwords: PBKDF2 with HMAC-SHA-512, 210,000 rounds (OWASP), a salt for each. */
public final class Passwords {

    /** Long enough to resist guessing, short enough not to make hashing a load. */
    public static final int SHORTEST = 10;

    public static final int LONGEST = 200;

    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
    private static final int ROUNDS = 210_000;
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    public static String hash(String password) {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        return String.join(":", ALGORITHM, String.valueOf(ROUNDS), text(salt), text(derived(password, salt, ROUNDS)));
    }

    public static boolean matches(String password, String hash) {
        String[] parts = hash == null ? new String[0] : hash.split(":");
        if (password == null || password.length() > LONGEST || parts.length != 4 || !parts[0].equals(ALGORITHM))
            return false;
        byte[] expected = Base64.getDecoder().decode(parts[3]);
        byte[] salt = Base64.getDecoder().decode(parts[2]);
        return MessageDigest.isEqual(expected, derived(password, salt, Integer.parseInt(parts[1])));
    }

    /** As slow as a real comparison: who asks cannot tell by the time whether there is such a user. */
    static void pretendToMatch(String password) {
        derived(
                password == null ? "" : password.substring(0, Math.min(password.length(), LONGEST)),
                new byte[16],
                ROUNDS);
    }

    private static byte[] derived(String password, byte[] salt, int rounds) {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, rounds, BYTES * 8);
        try {
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot hash passwords", e);
        } finally {
            spec.clearPassword();
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
