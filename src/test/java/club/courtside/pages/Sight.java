package club.courtside.pages;

import club.courtside.support.Axe;
import club.courtside.support.Browser;
import java.util.ArrayList;
import java.util.List;

/**
 * A page in one of its states.
 *
 * @param page its file below {@code src/main/webapp}
 * @param path where it is looked at
 * @param opener CSS of what is pressed first, to open a dialog; null for none
 */
record Sight(String page, String path, String opener) {

    private static final int PHONE = 390;
    private static final String FACTS = "(() => [...(document.title ? [] : ['no title']),"
            + " ...(['fr', 'en'].includes(document.documentElement.lang) ? [] : ['no language']),"
            + " ...([...document.querySelectorAll('h1')].filter(h => h.checkVisibility()).length === 1 ? [] : ['not one h1'])"
            + "])()";
    private static final String WIDER = "[...document.body.querySelectorAll('*')].filter(e => e.checkVisibility()"
            + " && document.documentElement.scrollWidth > innerWidth && e.getBoundingClientRect().right > innerWidth)"
            + ".map(e => 'too wide: ' + e.tagName + '.' + e.className).slice(0, 3)";

    static Sight of(String page) {
        return new Sight(page, "/" + page, null);
    }

    static Sight of(String page, String path) {
        return new Sight(page, path, null);
    }

    /** All that is wrong with it, on the desk and on the phone, light and dark; dialogs have the colours of their page. */
    List<String> faults(Browser browser) {
        List<String> faults = new ArrayList<>();
        browser.on(1440, 900, "light").open(path);
        if (opener != null) {
            browser.click(opener);
            browser.await(
                    "the dialog of " + this,
                    d -> browser.<Boolean>script(
                            "[...document.querySelectorAll('.ui-dialog, .cs-menu')].some(d => d.checkVisibility())"));
        }
        faults.addAll(browser.<List<String>>script(FACTS));
        faults.addAll(Axe.violations(browser));
        if (opener == null) faults.addAll(Axe.pale(browser.on(1440, 900, "dark")));
        browser.on(PHONE, 844, "dark");
        faults.addAll(browser.<List<String>>script(WIDER));
        faults.addAll(Axe.violations(browser));
        if (opener == null) faults.addAll(Axe.pale(browser.on(PHONE, 844, "light")));
        browser.consoleErrors().stream().filter(line -> !isAnswerToThis(line)).forEach(faults::add);
        return faults.stream().distinct().map(fault -> this + ": " + fault).toList();
    }

    /** A page about an error has that error's status, and Chromium says so. */
    private boolean isAnswerToThis(String line) {
        return line.contains(path + " - Failed to load resource") && page.startsWith("WEB-INF/errors/");
    }

    @Override
    public String toString() {
        return path + (opener == null ? "" : " with " + opener);
    }
}
