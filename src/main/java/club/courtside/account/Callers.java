package club.courtside.account;

import club.courtside.account.Tokens.Bearer;
import club.courtside.platform.ProblemException;
import club.courtside.platform.web.Sender;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;

/** Finds out who sent a request: by bearer token, by a token in the address where that is allowed, or by the cookie. */
@ApplicationScoped
public class Callers {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    private final Tokens tokens;
    private final SignIns signIns;
    private final Reception reception;

    @Inject
    public Callers(Tokens tokens, SignIns signIns, Reception reception) {
        this.tokens = tokens;
        this.signIns = signIns;
        this.reception = reception;
    }

    protected Callers() {
        this(null, null, null);
    }

    /**
     * @param path within the application
     * @throws ProblemException 403 when another site makes the browser change something
     */
    Optional<Caller> of(HttpServletRequest request, String path) {
        return whoSent(request, path)
                .map(caller -> caller.cameFrom(Sender.of(request).address()));
    }

    private Optional<Caller> whoSent(HttpServletRequest request, String path) {
        String authorization = request.getHeader("Authorization");
        if (authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7))
            return known(tokens.verify(authorization.substring(7).strip()));
        if (request.getMethod().equals("GET") && TokenInAddress.isAllowed(path)) {
            String token = request.getParameter("token");
            if (token != null) return known(TokenInAddress.verify(token, path, tokens));
        }
        return SignInCookie.of(request).flatMap(signIns::ofBrowser).map(caller -> {
            refuseForeignSites(request, path);
            return caller;
        });
    }

    private Optional<Caller> known(Optional<Bearer> token) {
        return token.flatMap(
                bearer -> bearer.signIn() == null ? reception.known(bearer.user()) : signIns.by(bearer.signIn()));
    }

    /** Pages carry Faces' own protection; the API and WebSockets ask where the request comes from. */
    private static void refuseForeignSites(HttpServletRequest request, String path) {
        boolean socket = path.startsWith("/ws/");
        boolean change = path.startsWith("/api/") && !HARMLESS.contains(request.getMethod());
        if ((socket || change) && !FromOurPages.sent(request, socket))
            throw ProblemException.forbidden("send a bearer token, or the header X-Requested-With: Courtside");
    }
}
