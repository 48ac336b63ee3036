package club.courtside.pages;

import club.courtside.support.Browser;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.openqa.selenium.Keys;

/** What the keyboard reaches on a page that is open. */
final class Focus {

    /** What tells one from the others, also after the page has drawn it anew. */
    private static final String NAME =
            "((e) => e.id || [e.tagName, e.getAttribute('href') ?? e.getAttribute('aria-label') ?? e.innerText]"
                    + ".join(' '))";
    /** All that can be pressed or filled, of a group of choices the chosen one; nothing that is hidden or disabled. */
    private static final String REACHABLE = """
            [...document.querySelector(arguments[0]).querySelectorAll(
                "a[href], button, input, select, textarea, [tabindex], [role=button], [role=radio], [role=switch]")]
              .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.disabled && !e.closest("[inert]")
                && e.type !== "hidden" && e.tabIndex >= 0)
              .map(""" + NAME + ")";

    private final Browser browser;

    Focus(Browser browser) {
        this.browser = browser;
    }

    /** @return what Tab does not come to */
    List<String> missed(String root) {
        Set<String> missed = new LinkedHashSet<>(browser.<List<String>>script(REACHABLE, root));
        int most = 2 * missed.size() + 10;
        for (int step = 0; step < most && !missed.isEmpty(); step++) {
            browser.press(Keys.TAB);
            missed.remove(browser.<String>script(NAME + "(document.activeElement)"));
        }
        return missed.stream().map(one -> "not reached: " + one).toList();
    }

    void on(String css) {
        browser.script("document.querySelector(arguments[0]).focus()", css);
    }

    boolean isOn(String css) {
        return browser.<Boolean>script("document.activeElement === document.querySelector(arguments[0])", css);
    }

    boolean isIn(String css) {
        return browser.<Boolean>script("!!document.activeElement.closest(arguments[0])", css);
    }

    String where() {
        return browser.script("document.activeElement.outerHTML.slice(0, 160)");
    }
}
