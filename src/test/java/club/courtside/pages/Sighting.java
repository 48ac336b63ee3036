package club.courtside.pages;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.support.Browser;
import java.time.Duration;

/**
 * From the answer that one browser gets for a change to the moment when another one shows it, each by the clock of its own
 * page; both run on one machine. (The answer may lead the actor to another page.) The other page is the same all the time: no reload, and it asks for nothing by itself.
 */
final class Sighting {

    private static final String HEAR_ANSWER = """
            ((mark) => {
              sessionStorage.removeItem("answeredAt");
              const send = XMLHttpRequest.prototype.send;
              XMLHttpRequest.prototype.send = function (body) {
                if (String(body).includes(mark)) {
                  this.addEventListener("loadend", () => sessionStorage.setItem("answeredAt", performance.timeOrigin + performance.now()));
                  XMLHttpRequest.prototype.send = send;
                }
                return send.apply(this, arguments);
              };
            })(arguments[0])""";
    private static final String LOOK = """
            ((css, text, shown) => {
              window.seenAt = null;
              window.samePage = true;
              const look = () => {
                const says = [...document.querySelectorAll(css)].some((part) => part.innerText.includes(text));
                if (says !== shown || window.seenAt) return;
                window.seenAt = performance.timeOrigin + performance.now();
                observer.disconnect();
              };
              const observer = new MutationObserver(look);
              observer.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
              return [...document.querySelectorAll(css)].some((part) => part.innerText.includes(text)) === shown;
            })(arguments[0], arguments[1], arguments[2])""";

    private final Browser actor;
    private final Browser witness;

    Sighting(Browser actor, Browser witness) {
        this.actor = actor;
        this.witness = witness;
    }

    /**
     * @param mark stands in what the actor's page sends for the change, and in nothing before
     * @param css what the witness looks at
     * @param shown whether it says that text afterwards, or no longer
     */
    Duration of(String mark, Runnable change, String css, String text, boolean shown) {
        assertThat(witness.<Boolean>script(LOOK, css, text, shown))
                .as("'%s' in %s before", text, css)
                .isFalse();
        actor.<Object>script(HEAR_ANSWER, mark);
        change.run();
        double answered = moment(actor, "sessionStorage.getItem('answeredAt')", "the answer to " + mark);
        double seen = moment(witness, "window.seenAt", "the sight of '" + text + "' in " + css);
        assertThat(witness.<Boolean>script("window.samePage === true"))
                .as("no reload")
                .isTrue();
        return Duration.ofMillis(Math.round(seen - answered));
    }

    private static double moment(Browser browser, String when, String what) {
        return browser.<Number>await(what, d -> browser.script(when + " && Number(" + when + ")"))
                .doubleValue();
    }
}
