package club.courtside.notice;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of notices, in one language and with the times of one place. */
record Words(Locale language, ZoneId zone) {

    String text(String key, Object... values) {
        return new MessageFormat(texts().getString(key), language)
                .format(values)
                .strip();
    }

    /** @param code null: nothing */
    String reason(String code, String otherwise) {
        String key = "reason." + code;
        if (code != null && texts().containsKey(key)) return texts().getString(key);
        return otherwise == null ? "" : otherwise;
    }

    String time(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(language)
                .withZone(zone)
                .format(at);
    }

    private ResourceBundle texts() {
        return ResourceBundle.getBundle("club.courtside.messages", language);
    }
}
