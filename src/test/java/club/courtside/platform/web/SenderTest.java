package club.courtside.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SenderTest {

    private static Sender sender(String from, Map<String, List<String>> headers) {
        return Sender.of(request(from, headers), Set.of("10.0.0.2"));
    }

    /** As the server hands it over. */
    private static HttpServletRequest request(String from, Map<String, List<String>> headers) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                SenderTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRemoteAddr" -> from;
                    case "isSecure" -> false;
                    case "getHeaders" ->
                        Collections.enumeration(headers.getOrDefault((String) arguments[0], List.of()));
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    @Test
    void a_proxy_on_this_machine_is_believed() {
        Map<String, List<String>> headers =
                Map.of("X-Forwarded-For", List.of("203.0.113.7"), "X-Forwarded-Proto", List.of("https"));
        assertThat(sender("127.0.0.1", headers)).isEqualTo(new Sender("203.0.113.7", true));
        assertThat(sender("0:0:0:0:0:0:0:1", headers)).isEqualTo(new Sender("203.0.113.7", true));
        assertThat(sender("10.0.0.2", headers)).isEqualTo(new Sender("203.0.113.7", true));
    }

    @Test
    void anybody_else_is_not() {
        assertThat(sender(
                        "198.51.100.9",
                        Map.of("X-Forwarded-For", List.of("127.0.0.1"), "X-Forwarded-Proto", List.of("https"))))
                .isEqualTo(new Sender("198.51.100.9", false));
    }

    @Test
    void what_the_sender_has_invented_before_the_proxies_is_passed_over() {
        assertThat(sender("127.0.0.1", Map.of("X-Forwarded-For", List.of("1.1.1.1, 203.0.113.7, 10.0.0.2")))
                        .address())
                .isEqualTo("203.0.113.7");
        assertThat(sender("127.0.0.1", Map.of("X-Forwarded-For", List.of("1.1.1.1", "203.0.113.7")))
                        .address())
                .isEqualTo("203.0.113.7");
        assertThat(sender("127.0.0.1", Map.of("X-Forwarded-For", List.of("<script>")))
                        .address())
                .isEqualTo("127.0.0.1");
    }

    @Test
    void without_a_proxy_it_is_who_asks() {
        assertThat(sender("127.0.0.1", Map.of())).isEqualTo(new Sender("127.0.0.1", false));
    }
}
