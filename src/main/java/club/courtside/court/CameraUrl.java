package club.courtside.court;

import club.courtside.platform.ProblemException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * Where a camera is, without who signs in there. Parsed and rebuilt, never passed through: no other protocol and no
 * option of the reading library can be smuggled in. The same rules as the engine's own.
 *
 * @param text the rebuilt address, without user information and fragment
 * @param username found in the given address, or null
 * @param password found in the given address, or null
 */
public record CameraUrl(String text, String username, String password) {

    private static final Set<String> SCHEMES = Set.of("rtsp", "rtsps", "http", "https");
    private static final int LONGEST = 2000;
    private static final String STUDIO = "obs";
    private static final int STUDIO_PORT = 4455;

    /** @throws ProblemException 400 with field {@code url} and a sentence that says what is wrong */
    public static CameraUrl parse(String given) {
        return parse("url", given);
    }

    /** @param field what the request calls it */
    public static CameraUrl parse(String field, String given) {
        if (given == null || given.isBlank()) throw wrong(field, "the camera address is empty");
        if (given.length() > LONGEST)
            throw wrong(field, "the camera address is longer than " + LONGEST + " characters");
        URI uri;
        try {
            uri = new URI(given.strip());
        } catch (URISyntaxException e) {
            throw wrong(field, "the camera address is not a valid URL");
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!SCHEMES.contains(scheme))
            throw wrong(field, "the camera address must begin with rtsp://, rtsps://, http:// or https://");
        if (uri.getHost() == null || uri.getHost().isBlank()) throw wrong(field, "the camera address names no host");
        if (uri.getPort() > 65535 || uri.getPort() == 0)
            throw wrong(field, "the port of the camera address must lie between 1 and 65535");
        String[] user = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        return new CameraUrl(
                rebuilt(uri, scheme),
                user.length > 0 ? decoded(user[0]) : null,
                user.length > 1 ? decoded(user[1]) : null);
    }

    /**
     * What a court may have: a stream, or an OBS Studio that records it, {@code obs://host:port}.
     *
     * @throws ProblemException as {@link #parse(String)}
     */
    static CameraUrl ofAngle(String given) {
        if (given == null || !isStudio(given.strip().toLowerCase(Locale.ROOT))) return parse(given);
        CameraUrl stream = parse("http" + given.strip().substring(STUDIO.length()));
        URI uri = URI.create(stream.text);
        if (uri.getRawQuery() != null || !Set.of("", "/").contains(uri.getRawPath()))
            throw wrong("url", "the address of an OBS Studio is obs://host:port and nothing more");
        int port = uri.getPort() < 0 ? STUDIO_PORT : uri.getPort();
        return new CameraUrl(STUDIO + "://" + uri.getHost() + ":" + port, null, stream.password);
    }

    static boolean isStudio(String url) {
        return url.startsWith(STUDIO + ":");
    }

    boolean isStudio() {
        return isStudio(text);
    }

    private static String rebuilt(URI uri, String scheme) {
        StringBuilder clean = new StringBuilder(scheme).append("://").append(uri.getHost());
        if (uri.getPort() > 0) clean.append(':').append(uri.getPort());
        if (uri.getRawPath() != null) clean.append(uri.getRawPath());
        if (uri.getRawQuery() != null) clean.append('?').append(uri.getRawQuery());
        return clean.toString();
    }

    /** Percent signs only: a plus stays a plus in user information. */
    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static ProblemException wrong(String field, String detail) {
        return ProblemException.badRequest(field, detail);
    }

    @Override
    public String toString() {
        int query = text.indexOf('?');
        String shown = query < 0 ? text : text.substring(0, query) + "?…";
        return shown + (username == null ? "" : " as " + username);
    }

    /** Whether it leads to the same host and port, whatever is asked for there. */
    boolean isSameDevice(CameraUrl other) {
        URI here = URI.create(text);
        URI there = URI.create(other.text);
        return here.getScheme().equals(there.getScheme())
                && here.getHost() != null
                && here.getHost().equalsIgnoreCase(there.getHost())
                && here.getPort() == there.getPort();
    }
}
