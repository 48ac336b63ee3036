package club.courtside.media.relay;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the address of a request means.
 *
 * @param base the feed's address as the client writes it, without user information, query and track
 * @param path of the feed, without a slash at its ends
 * @param track -1 when it names none
 * @param token null when it carries none
 */
record RtspAddress(String base, String path, int track, String token) {

    private static final Pattern ADDRESS = Pattern.compile(
            "(?i:(?<server>rtsp://)(?:[^/?#@]*@)?(?<host>[^/?#]+))?/*(?<path>[^?#]*?)/*(?:/trackID=(?<track>\\d{1,2}))?/*"
                    + "(?:\\?(?<query>[^#]*))?");
    private static final Pattern TOKEN = Pattern.compile("(?:^|&)token=([^&/]+)");

    /** @throws RtspProblem 400 when it is no address */
    static RtspAddress parse(String target) throws RtspProblem {
        Matcher parts = ADDRESS.matcher(target);
        if (!parts.matches()) throw new RtspProblem(RtspStatus.BAD_REQUEST, "this is no RTSP address");
        String path = parts.group("path");
        String server = parts.group("host") == null ? "" : parts.group("server") + parts.group("host");
        int track = parts.group("track") == null ? -1 : Integer.parseInt(parts.group("track"));
        return new RtspAddress(server + "/" + path, path, track, token(parts.group("query")));
    }

    private static String token(String query) throws RtspProblem {
        Matcher token = TOKEN.matcher(query == null ? "" : query);
        try {
            return token.find() ? URLDecoder.decode(token.group(1), StandardCharsets.UTF_8) : null;
        } catch (IllegalArgumentException e) {
            throw new RtspProblem(RtspStatus.BAD_REQUEST, "the token is not encoded as it should be");
        }
    }

    /** Without the token. */
    @Override
    public String toString() {
        return base;
    }
}
