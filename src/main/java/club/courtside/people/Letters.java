package club.courtside.people;

import club.courtside.platform.mail.Letter;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of our mails, in the language of whoever reads them. */
final class Letters {

    private final Locale language;
    private final ResourceBundle texts;

    Letters(Locale language) {
        this.language = language;
        this.texts = ResourceBundle.getBundle("club.courtside.messages", language);
    }

    /** @param place the clubs; empty for an operator */
    Letter invitation(String to, String name, String inviter, String place, String link, long days) {
        String from = place.isEmpty() ? text("mail.invitation.all", inviter) : text("mail.invitation", inviter, place);
        return letter(to, "mail.invitation", name, List.of(from, text("mail.invitation.next", days)), link);
    }

    Letter password(String to, String name, String link, long minutes) {
        return letter(
                to,
                "mail.password",
                name,
                List.of(text("mail.password", to), text("mail.password.next", minutes)),
                link);
    }

    private Letter letter(String to, String kind, String name, List<String> words, String link) {
        String greeting = text("mail.greeting", name);
        return new Letter(
                to,
                language,
                text(kind + ".subject"),
                List.of(greeting, words.get(0), words.get(1)),
                text(kind + ".button"),
                link,
                text(kind + ".footer"));
    }

    private String text(String key, Object... values) {
        return new MessageFormat(texts.getString(key), language).format(values);
    }
}
