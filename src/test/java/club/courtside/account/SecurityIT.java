package club.courtside.account;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.support.CookieBrowser;
import club.courtside.support.RunningCourtside;
import club.courtside.support.Shared;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other sites may not do with the browser of somebody who is signed in, and strangers may not do at all. */
@ExtendWith(Shared.class)
class SecurityIT {

    private static final String FOREIGN = "https://elsewhere.example";
    private static final String CLUB = "{\"name\": \"Club of another site\"}";
    /** Buckets may send videos too. */
    private static final String POLICY = String.join(
            "; ",
            "default-src 'self'",
            "object-src 'none'",
            "base-uri 'self'",
            "frame-ancestors 'none'",
            "form-action 'self'",
            "connect-src 'self'",
            "img-src 'self' data: blob:",
            "media-src 'self' blob:[^;]*",
            "font-src 'self' data:",
            "style-src 'self'",
            "style-src-attr 'unsafe-inline'",
            "script-src 'self' 'nonce-[^' ]{20,}';?");

    private static final int FORBIDDEN = 403;
    private static final int OPEN = 101;

    private final RunningCourtside courtside;

    SecurityIT(RunningCourtside courtside) {
        this.courtside = courtside;
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://elsewhere.example",
        "Origin, null",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "X-Requested-With, XMLHttpRequest"
    })
    void another_site_changes_nothing_with_the_cookie_of_who_is_signed_in(String header, String value) {
        CookieBrowser operator = CookieBrowser.signedIn(courtside, "admin");

        assertThat(operator.post("/api/clubs", CLUB, header, value).statusCode())
                .isEqualTo(FORBIDDEN);

        assertThat(clubs()).doesNotContain("Club of another site");
    }

    @Test
    void a_page_of_ours_may() {
        CookieBrowser operator = CookieBrowser.signedIn(courtside, "admin");

        assertThat(operator.post("/api/clubs", "{\"name\": \"Ours\"}", "Origin", courtside.address())
                        .statusCode())
                .isEqualTo(201);
        assertThat(operator.post("/api/clubs", "{\"name\": \"Ours too\"}", "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(201);
        assertThat(clubs()).contains("Ours", "Ours too");
    }

    @Test
    void another_site_does_not_listen_with_the_cookie_of_who_is_signed_in() {
        CookieBrowser player = CookieBrowser.signedIn(courtside, "player");

        assertThat(player.webSocket("/ws/updates", FOREIGN)).isEqualTo(FORBIDDEN);
        assertThat(player.webSocket("/ws/updates", courtside.address())).isEqualTo(OPEN);
    }

    @Test
    void a_page_runs_nothing_that_is_not_ours_and_stands_in_no_frame() {
        HttpHeaders headers = headers("/login.xhtml");

        assertThat(headers.allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .matches(POLICY);
        assertShut(headers);
    }

    @Test
    void an_answer_of_the_api_is_kept_by_nobody_and_stands_in_no_frame() {
        HttpHeaders headers = headers("/api/video/health");

        assertThat(headers.allValues("Content-Security-Policy")).containsExactly("frame-ancestors 'none'");
        assertShut(headers);
    }

    private static void assertShut(HttpHeaders headers) {
        assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(headers.allValues("Referrer-Policy")).containsExactly("same-origin");
        assertThat(headers.allValues("Cross-Origin-Opener-Policy")).containsExactly("same-origin");
        assertThat(headers.allValues("Cache-Control")).containsExactly("no-store");
        assertThat(headers.allValues("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void who_came_by_tls_comes_by_tls_from_now_on() {
        assertThat(headers("/api/video/health", "X-Forwarded-Proto", "https").allValues("Strict-Transport-Security"))
                .containsExactly("max-age=31536000");
    }

    @Test
    void another_site_reads_no_answer() {
        CookieBrowser stranger = new CookieBrowser(courtside);

        assertThat(stranger.get("/api/video/health", "Origin", FOREIGN)
                        .headers()
                        .map()
                        .keySet())
                .noneMatch(SecurityIT::isPermission);
        assertThat(stranger.preflight("/api/auth/login", FOREIGN)
                        .headers()
                        .map()
                        .keySet())
                .noneMatch(SecurityIT::isPermission);
    }

    private static boolean isPermission(String header) {
        return header.toLowerCase(Locale.ROOT).startsWith("access-control-");
    }

    /** From an address and for an account that no other test has. */
    @Test
    void who_was_wrong_ten_times_has_to_wait() {
        CookieBrowser stranger = new CookieBrowser(courtside);

        List<HttpResponse<String>> answers =
                IntStream.range(0, 11).mapToObj(any -> guess(stranger)).toList();

        assertThat(answers.subList(0, 10)).extracting(HttpResponse::statusCode).containsOnly(401);
        assertThat(answers.get(10).statusCode()).isEqualTo(429);
        assertThat(answers.get(10).headers().firstValueAsLong("Retry-After").orElse(0))
                .isBetween(1L, 600L);
    }

    private static HttpResponse<String> guess(CookieBrowser stranger) {
        return stranger.post(
                "/api/auth/login",
                "{\"email\": \"guesser@nowhere.example\", \"password\": \"padel2026\"}",
                "X-Forwarded-For",
                "198.51.100.77");
    }

    private HttpHeaders headers(String path, String... more) {
        return new CookieBrowser(courtside).get(path, more).headers();
    }

    private String clubs() {
        return courtside.api().as("admin").get("/api/clubs").text();
    }
}
