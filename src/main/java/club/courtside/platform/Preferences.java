package club.courtside.platform;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The visitor's language and theme: what they chose on this device, else what their browser asks for. The choice lives in
 * cookies that the page's script sets, so that it holds before the sign-in and after it.
 */
@Named
@RequestScoped
public class Preferences {
    private static final String LANGUAGE_COOKIE = "courtside_language";
    private static final String THEME_COOKIE = "courtside_theme";
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH);
    private static final List<String> THEMES = List.of("light", "dark");

    private final Locale locale;
    private final String theme;

    /** For the proxy. */
    protected Preferences() {
        locale = Locale.ENGLISH;
        theme = null;
    }

    @Inject
    public Preferences(HttpServletRequest request) {
        locale = Stream.concat(
                        cookie(request, LANGUAGE_COOKIE).map(Locale::forLanguageTag).stream(),
                        Collections.list(request.getLocales()).stream())
                .flatMap(asked -> spoken(asked).stream())
                .findFirst()
                .orElse(Locale.ENGLISH);
        theme = cookie(request, THEME_COOKIE).filter(THEMES::contains).orElse(null);
    }

    public Locale getLocale() {
        return locale;
    }

    /** BCP 47 code of the page's language. */
    public String getLanguage() {
        return locale.getLanguage();
    }

    /** BCP 47 code of the language one may switch to. */
    public String getOtherLanguage() {
        return LANGUAGES.stream()
                .filter(language -> !language.equals(locale))
                .findFirst()
                .orElseThrow()
                .getLanguage();
    }

    /** {@code light}, {@code dark}, or null to follow the system. */
    public String getTheme() {
        return theme;
    }

    private static Optional<Locale> spoken(Locale asked) {
        return LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(asked.getLanguage()))
                .findFirst();
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }
}
