package club.courtside.account;

import club.courtside.account.Tokens.Bearer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where {@code ?token=} is accepted: for pictures in foreign players, and for WebSockets, which know no headers. */
final class TokenInAddress {

    private static final Pattern PREVIEW = Pattern.compile("/api/preview/([^/]+)/.*|/ws/preview/([^/]+)");

    private TokenInAddress() {}

    static boolean isAllowed(String path) {
        return path.startsWith("/ws/") || PREVIEW.matcher(path).matches();
    }

    /** Whose token it is: a preview's at that preview only, and at a WebSocket also one for all of the API. */
    static Optional<Bearer> verify(String token, String path, Tokens tokens) {
        Matcher preview = PREVIEW.matcher(path);
        Optional<Bearer> viewer = preview.matches()
                ? tokens.verifyPreview(token, preview.group(1) == null ? preview.group(2) : preview.group(1))
                        .map(user -> new Bearer(user, null))
                : Optional.empty();
        return viewer.isPresent() || !path.startsWith("/ws/") ? viewer : tokens.verify(token);
    }
}
