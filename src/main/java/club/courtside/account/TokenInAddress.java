package club.courtside.account;

import club.courtside.account.Tokens.Purpose;
import java.util.Set;

/** Where {@code ?token=} is accepted: for pictures in foreign players, and for WebSockets, which know no headers. */
final class TokenInAddress {

    private TokenInAddress() {}

    static boolean isAllowed(String method, String path) {
        return method.equals("GET") && !purposes(path).isEmpty();
    }

    static Set<Purpose> purposes(String path) {
        if (path.startsWith("/ws/preview/")) return Set.of(Purpose.PREVIEW, Purpose.ACCESS);
        if (path.startsWith("/ws/")) return Set.of(Purpose.ACCESS);
        if (path.startsWith("/api/preview/") || path.matches("/api/courts/[^/]+/preview/.*"))
            return Set.of(Purpose.PREVIEW);
        return Set.of();
    }
}
