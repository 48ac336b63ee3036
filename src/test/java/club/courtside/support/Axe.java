package club.courtside.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** axe-core: what in a page keeps people out. It comes in through WebDriver, because no page lets foreign scripts in. */
public final class Axe {

    private static final String SCRIPT = script();
    private static final String RULES = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']";

    private Axe() {}

    /** The serious and critical violations of WCAG 2.1 A and AA, a line each. */
    public static List<String> violations(Browser browser) {
        return run(browser, "{runOnly: " + RULES + "}");
    }

    /** Of contrast alone: the one rule that another theme can break. */
    public static List<String> pale(Browser browser) {
        return run(browser, "{runOnly: {type: 'rule', values: ['color-contrast']}}");
    }

    private static List<String> run(Browser browser, String options) {
        if (!browser.<Boolean>script("'axe' in window")) browser.script("(() => {" + SCRIPT + "\n})()");
        return browser.script("axe.run(" + options + ").then(({violations}) => violations"
                + ".filter(({impact}) => ['serious', 'critical'].includes(impact))"
                + ".flatMap(({id, nodes}) => nodes.map(({html, any, all, none}) => `${id}: ${html.slice(0, 200)}: `"
                + " + [...any, ...all, ...none].map(({message}) => message).join(', '))))");
    }

    private static String script() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
