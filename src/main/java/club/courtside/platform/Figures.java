package club.courtside.platform;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** Lengths, sizes, rates and dates as the visitor's language writes them. The page's script does the same while they move. */
@Named
@RequestScoped
public class Figures {
    private static final List<String> SIZES = List.of("unit.kb", "unit.mb", "unit.gb", "unit.tb");

    private final Locale locale;
    private final ResourceBundle texts;

    /** For the proxy. */
    protected Figures() {
        this(Locale.ENGLISH);
    }

    @Inject
    public Figures(Preferences preferences) {
        this(preferences.getLocale());
    }

    public Figures(Locale locale) {
        this.locale = locale;
        this.texts = ResourceBundle.getBundle("club.courtside.messages", locale);
    }

    /** {@code 1:28:05}, or {@code 0:58} under an hour. */
    public String length(double seconds) {
        var length = Duration.ofSeconds(Math.max(0, Math.round(seconds)));
        return length.toHours() > 0
                ? "%d:%02d:%02d".formatted(length.toHours(), length.toMinutesPart(), length.toSecondsPart())
                : "%d:%02d".formatted(length.toMinutes(), length.toSecondsPart());
    }

    /** Decimal units with two or three digits that matter: {@code 0.9 GB}, {@code 412 GB}. */
    public String size(long bytes) {
        var value = bytes / 1000.0;
        var unit = 0;
        while (value >= 999.5 && unit < SIZES.size() - 1) {
            value /= 1000;
            unit++;
        }
        return number(value, unit == 0 || value >= 99.5 ? 0 : 1) + "\u00a0" + texts.getString(SIZES.get(unit));
    }

    /** {@code 4.1 Mb/s}. */
    public String rate(long bitsPerSecond) {
        return number(bitsPerSecond / 1e6, 1) + "\u00a0" + texts.getString("unit.mbps");
    }

    public String count(long value) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    /** {@code Friday, November 20, 18:42}. */
    public String today(Instant at, ZoneId zone) {
        return capital(format("date.today", at, zone));
    }

    /** {@code Thu 19 Nov 2026, 19:00}. */
    public String moment(Instant at, ZoneId zone) {
        return format("date.moment", at, zone);
    }

    /** {@code 19:00}. */
    public String clock(Instant at, ZoneId zone) {
        return format("date.clock", at, zone);
    }

    /** {@code 19:16:12}. */
    public String exactClock(Instant at, ZoneId zone) {
        return format("date.exact", at, zone);
    }

    /** {@code today 18:14}, {@code yesterday 19:00}, {@code Wed 18 Nov}, with the year when it is another one. */
    public String recently(Instant at, Instant now, ZoneId zone) {
        if (at == null) {
            return "";
        }
        var day = at.atZone(zone).toLocalDate();
        var today = now.atZone(zone).toLocalDate();
        if (day.equals(today)) {
            return text("date.onToday", clock(at, zone));
        }
        if (day.equals(today.minusDays(1))) {
            return text("date.onYesterday", clock(at, zone));
        }
        return format(day.getYear() == today.getYear() ? "date.day" : "date.dayOfYear", at, zone);
    }

    private String text(String key, Object... values) {
        return new MessageFormat(texts.getString(key), locale).format(values);
    }

    private String format(String pattern, Instant at, ZoneId zone) {
        return at == null
                ? ""
                : DateTimeFormatter.ofPattern(texts.getString(pattern), locale)
                        .withZone(zone)
                        .format(at);
    }

    private String number(double value, int digits) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(value);
    }

    private String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(locale) + text.substring(1);
    }
}
