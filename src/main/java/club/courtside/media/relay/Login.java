package club.courtside.media.relay;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Who wants to read what: by token, or by user name and password.
 *
 * @param path such as {@code club/court}, without a slash at its ends
 * @param username null with a token
 * @param password null with a token
 * @param token null with a user name
 * @param address where they come from
 */
public record Login(String path, String username, String password, String token, String address) {

    /** The credentials of a request; a token in its address goes before a password. Empty when there are none. */
    static Optional<Login> of(RtspRequest request, RtspAddress address, String from) {
        if (address.token() != null) return Optional.of(new Login(address.path(), null, null, address.token(), from));
        String authorization = request.header("Authorization");
        if (authorization == null || !authorization.regionMatches(true, 0, "Basic ", 0, 6)) return Optional.empty();
        try {
            byte[] decoded =
                    Base64.getDecoder().decode(authorization.substring(6).strip());
            String[] parts = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            if (parts.length < 2) return Optional.empty();
            return Optional.of(new Login(address.path(), parts[0], parts[1], null, from));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    /** Without password and token: they belong into no log. */
    @Override
    public String toString() {
        return "Login[" + path + (username == null ? " by token" : " as " + username) + " from " + address + "]";
    }
}
