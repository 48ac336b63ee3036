package club.courtside.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser as far as the server can tell: it keeps cookies, and says of each request what a test wants it to say. */
public final class CookieBrowser {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Pattern STATE = Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]+)\"");

    private final RunningCourtside courtside;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();

    public CookieBrowser(RunningCourtside courtside) {
        this.courtside = courtside;
    }

    /** @param who {@code admin}, {@code club} or {@code player} of the demo club */
    public static CookieBrowser signedIn(RunningCourtside courtside, String who) {
        CookieBrowser browser = new CookieBrowser(courtside);
        Matcher state = STATE.matcher(browser.get("/login.xhtml").body());
        if (!state.find()) throw new AssertionError("no form on the login page");
        HttpResponse<String> answer = browser.send(browser.request("/login.xhtml")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("login=login&submit=&email=" + who + "%40demo.club&password="
                        + RunningCourtside.PASSWORD + "&jakarta.faces.ViewState=" + encoded(state.group(1)))));
        if (answer.statusCode() != 302) throw new AssertionError("sign-in: " + answer.statusCode() + answer.body());
        return browser;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** @param headers names and values in turn */
    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /**
     * @param json what it sends
     * @param headers names and values in turn
     */
    public HttpResponse<String> post(String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    /** What a browser asks before a page of another origin may send a token. */
    public HttpResponse<String> preflight(String path, String origin) {
        return send(request(path, "Origin", origin, "Access-Control-Request-Method", "POST")
                .method("OPTIONS", BodyPublishers.noBody()));
    }

    /** @return the status of the handshake: 101 when it is open */
    public int webSocket(String path, String origin) {
        try {
            http.newWebSocketBuilder()
                    .header("Origin", origin)
                    .buildAsync(URI.create(courtside.webSocketAddress(path)), new WebSocket.Listener() {})
                    .join()
                    .abort();
            return 101;
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused)
                return refused.getResponse().statusCode();
            throw e;
        }
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(courtside.address(path))).timeout(PATIENCE);
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
