package club.courtside.notice;

import club.courtside.account.User;
import java.util.Locale;

/**
 * Who is told.
 *
 * @param email null: the webhook
 */
record Receiver(String email, Locale language) {

    static Receiver of(User user) {
        return new Receiver(user.email(), languageOf(user.locale()));
    }

    static Receiver webhook(Locale language) {
        return new Receiver(null, language);
    }

    /** @param tag null: nobody has chosen; then that of this machine counts, if it is one of ours */
    private static Locale languageOf(String tag) {
        String language = tag == null
                ? Locale.getDefault().getLanguage()
                : Locale.forLanguageTag(tag).getLanguage();
        return language.equals(Locale.FRENCH.getLanguage()) ? Locale.FRENCH : Locale.ENGLISH;
    }
}
