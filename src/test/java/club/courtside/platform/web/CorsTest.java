package club.courtside.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CorsTest {

    private static final String OURS = "https://booking.club.example";
    private static final String FOREIGN = "https://elsewhere.example";

    private final Map<String, String> answered = new HashMap<>();
    private boolean passedOn;

    @Test
    void a_named_origin_may_read_the_answer() throws Exception {
        ask("https://app.club.example, " + OURS, "GET", Map.of("Origin", OURS));

        assertThat(passedOn).isTrue();
        assertThat(answered)
                .containsEntry("Access-Control-Allow-Origin", OURS)
                .containsEntry("Vary", "Origin")
                .doesNotContainKey("Access-Control-Allow-Credentials");
    }

    @Test
    void a_named_origin_may_send_a_token_but_not_say_that_it_is_a_page_of_ours() throws Exception {
        ask(OURS, "OPTIONS", Map.of("Origin", OURS, "Access-Control-Request-Method", "POST"));

        assertThat(passedOn).isFalse();
        assertThat(answered)
                .containsEntry("status", "204")
                .containsEntry("Access-Control-Allow-Headers", "Authorization, Content-Type, Range")
                .doesNotContainKey("Access-Control-Allow-Credentials");
    }

    @Test
    void any_other_origin_is_told_nothing() throws Exception {
        ask(OURS, "GET", Map.of("Origin", FOREIGN));
        ask(OURS, "OPTIONS", Map.of("Origin", FOREIGN, "Access-Control-Request-Method", "POST"));
        ask(OURS, "GET", Map.of());

        assertThat(passedOn).isTrue();
        assertThat(answered).isEmpty();
    }

    @Test
    void without_a_setting_no_origin_is_named() throws Exception {
        ask(null, "GET", Map.of("Origin", OURS));
        ask("", "GET", Map.of("Origin", ""));
        ask("*", "GET", Map.of("Origin", OURS));

        assertThat(answered).isEmpty();
    }

    private void ask(String origins, String method, Map<String, String> headers) throws IOException, ServletException {
        HttpServletRequest request = as(HttpServletRequest.class, (called, arguments) -> switch (called) {
            case "getMethod" -> method;
            case "getHeader" -> headers.get(arguments[0]);
            default -> throw new UnsupportedOperationException(called);
        });
        HttpServletResponse response = as(HttpServletResponse.class, (called, arguments) -> switch (called) {
            case "setHeader", "addHeader" -> answered.put((String) arguments[0], (String) arguments[1]);
            case "setStatus" -> answered.put("status", arguments[0].toString());
            default -> throw new UnsupportedOperationException(called);
        });
        FilterChain rest = (passedRequest, passedResponse) -> passedOn = true;
        new Cors(Optional.ofNullable(origins)).doFilter(request, response, rest);
    }

    private interface Server {
        Object answer(String called, Object... arguments);
    }

    /** As the server hands it over. */
    private static <T> T as(Class<T> type, Server server) {
        return type.cast(Proxy.newProxyInstance(
                CorsTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> server.answer(method.getName(), arguments)));
    }
}
