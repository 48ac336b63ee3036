package club.courtside.account;

import club.courtside.platform.web.Sender;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** The cookie by which a browser stays signed in; scripts cannot read it, other sites cannot send it along. */
final class SignInCookie {

    private static final String NAME = "courtside";

    private SignInCookie() {}

    static Optional<String> of(HttpServletRequest request) {
        if (request.getCookies() == null) return Optional.empty();
        return Arrays.stream(request.getCookies())
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .findFirst();
    }

    /** @param lifetime null: until the browser is closed */
    static void set(HttpServletRequest request, HttpServletResponse response, String token, Duration lifetime) {
        Cookie cookie = new Cookie(NAME, token);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(Sender.of(request).secure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(lifetime == null ? -1 : (int) lifetime.toSeconds());
        response.addCookie(cookie);
    }

    static void remove(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, "", Duration.ZERO);
    }
}
