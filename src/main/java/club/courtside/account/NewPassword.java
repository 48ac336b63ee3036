package club.courtside.account;

import club.courtside.platform.Problem;
import club.courtside.platform.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A password that somebody wants to have, and that is not too easily guessed. */
public final class NewPassword {

    private static final Set<String> COMMON = read("common-passwords.txt");

    private final String text;

    /**
     * @param field how the request calls it
     * @param email whose it is to be; null when that is not known yet
     * @throws ProblemException 400
     */
    public NewPassword(String field, String text, String email) {
        String plain = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        if (plain.length() < Passwords.SHORTEST)
            throw refused(field, "password_short", "a password has at least " + Passwords.SHORTEST + " characters");
        if (text.length() > Passwords.LONGEST)
            throw refused(field, "password_long", "a password has at most " + Passwords.LONGEST + " characters");
        if (email != null && isOf(plain, email.strip().toLowerCase(Locale.ROOT)))
            throw refused(field, "password_email", "the password is the e-mail address");
        if (COMMON.contains(plain) || plain.chars().distinct().count() < 3)
            throw refused(field, "password_common", "everybody guesses this password first");
        this.text = text;
    }

    private static boolean isOf(String plain, String email) {
        return plain.equals(email) || plain.equals(email.replaceFirst("@.*", ""));
    }

    private static ProblemException refused(String field, String reason, String detail) {
        return new ProblemException(new Problem(null, null, 400, detail, field, reason));
    }

    /** Slow on purpose; not to be called inside a transaction. */
    public String hash() {
        return Passwords.hash(text);
    }

    private static Set<String> read(String file) {
        try (InputStream in = NewPassword.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
