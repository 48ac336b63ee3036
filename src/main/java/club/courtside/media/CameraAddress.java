package club.courtside.media;

import java.net.URI;
import java.util.Locale;
import java.util.Map;

/**
 * Where a camera is and how to sign in there. The address is parsed and rebuilt, never passed through, so that no other
 * protocol and no option of the reading library can be smuggled in. {@link #toString()} never shows the password,
 * nor the query, where some cameras want it.
 */
public record CameraAddress(URI uri, String username, String password, Transport transport) {

    public enum Transport {
        TCP,
        UDP
    }

    private static final Map<String, Integer> DEFAULT_PORTS =
            Map.of("rtsp", 554, "rtsps", 322, "http", 80, "https", 443);

    public CameraAddress {
        if (uri == null) throw new IllegalArgumentException("a camera needs an address");
        if (transport == null) transport = Transport.TCP;
    }

    /**
     * @param url {@code rtsp://}, {@code rtsps://}, {@code http://} or {@code https://} with a host; user information in
     *     it is used when {@code username} is null
     * @throws IllegalArgumentException with a sentence that says what is wrong with the address
     */
    public static CameraAddress parse(String url, String username, String password, Transport transport) {
        if (url == null || url.isBlank()) throw new IllegalArgumentException("the camera address is empty");
        if (url.length() > 2000)
            throw new IllegalArgumentException("the camera address is longer than 2000 characters");
        URI given;
        try {
            given = new URI(url.strip());
        } catch (java.net.URISyntaxException e) {
            throw new IllegalArgumentException("the camera address is not a valid URL", e);
        }
        String scheme = given.getScheme() == null ? "" : given.getScheme().toLowerCase(Locale.ROOT);
        if (!DEFAULT_PORTS.containsKey(scheme))
            throw new IllegalArgumentException(
                    "the camera address must begin with rtsp://, rtsps://, http:// or https://");
        if (given.getHost() == null || given.getHost().isBlank())
            throw new IllegalArgumentException("the camera address names no host");
        if (given.getPort() > 65535 || given.getPort() == 0)
            throw new IllegalArgumentException("the port of the camera address must lie between 1 and 65535");
        String[] user = given.getUserInfo() == null
                ? new String[0]
                : given.getUserInfo().split(":", 2);
        boolean own = username == null || username.isEmpty();
        String name = own ? (user.length > 0 ? user[0] : null) : username;
        String secret = own ? (user.length > 1 ? user[1] : null) : password;
        return new CameraAddress(withoutUser(given, scheme), name, secret, transport);
    }

    private static URI withoutUser(URI given, String scheme) {
        StringBuilder clean = new StringBuilder(scheme).append("://").append(given.getHost());
        if (given.getPort() > 0) clean.append(':').append(given.getPort());
        if (given.getRawPath() != null) clean.append(given.getRawPath());
        if (given.getRawQuery() != null) clean.append('?').append(given.getRawQuery());
        return URI.create(clean.toString());
    }

    public boolean isRtsp() {
        return uri.getScheme().startsWith("rtsp");
    }

    public int port() {
        return uri.getPort() > 0 ? uri.getPort() : DEFAULT_PORTS.get(uri.getScheme());
    }

    @Override
    public String toString() {
        String query = uri.getRawQuery() == null ? "" : "?…";
        return uri.toString().replaceFirst("\\?.*", "") + query + (username == null ? "" : " as " + username);
    }
}
