package club.courtside.platform.web;

import club.courtside.settings.Setting;
import club.courtside.settings.Settings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a request comes from: its address, and whether it came by TLS. What a proxy says in {@code X-Forwarded-For} and
 * {@code X-Forwarded-Proto} is believed on this machine, and from the proxies that the settings name; anybody else could say
 * anything.
 */
public record Sender(String address, boolean secure) {

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "0:0:0:0:0:0:0:1", "::1");
    private static final Set<String> PROXIES = Settings.ofThisProcess().get(Setting.COURTSIDE_TRUSTED_PROXIES).stream()
            .flatMap(list -> Arrays.stream(list.split("\\s*,\\s*")))
            .collect(Collectors.toUnmodifiableSet());

    public static Sender of(HttpServletRequest request) {
        return of(request, PROXIES);
    }

    static Sender of(HttpServletRequest request, Set<String> proxies) {
        String address = request.getRemoteAddr();
        if (!isTrusted(address, proxies)) return new Sender(address, request.isSecure());
        List<String> path = words(request, "X-Forwarded-For");
        List<String> schemes = words(request, "X-Forwarded-Proto");
        boolean secure = schemes.isEmpty()
                ? request.isSecure()
                : schemes.get(schemes.size() - 1).equals("https");
        return new Sender(sender(address, path, proxies), secure);
    }

    /** The last one that no trusted proxy has added; what stands before it, the sender may have invented. */
    private static String sender(String last, List<String> path, Set<String> proxies) {
        String address = last;
        for (int at = path.size() - 1; at >= 0 && isTrusted(address, proxies); at--) address = path.get(at);
        return address;
    }

    private static boolean isTrusted(String address, Set<String> proxies) {
        return address != null && (THIS_MACHINE.contains(address) || proxies.contains(address));
    }

    private static List<String> words(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header)).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(word -> word.matches("[0-9A-Za-z.:\\[\\]-]{1,64}"))
                .toList();
    }
}
