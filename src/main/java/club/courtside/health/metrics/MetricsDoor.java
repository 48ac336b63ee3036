package club.courtside.health.metrics;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

/**
 * Who may read the metrics: this machine, and whoever has the token.
 *
 * @param token empty: nobody else
 */
record MetricsDoor(Optional<String> token) {

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "0:0:0:0:0:0:0:1", "::1");
    private static final String BEARER = "Bearer ";

    /**
     * @param address where the request comes from
     * @param authorization its header, or null
     * @return 200; 401 when the right token would open; 403 when none would
     */
    int answer(String address, String authorization) {
        if (THIS_MACHINE.contains(address)) return 200;
        if (token.isEmpty()) return 403;
        return authorization != null
                        && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                        && isToken(authorization.substring(BEARER.length()).strip())
                ? 200
                : 401;
    }

    private boolean isToken(String given) {
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), token.orElseThrow().getBytes(StandardCharsets.UTF_8));
    }
}
