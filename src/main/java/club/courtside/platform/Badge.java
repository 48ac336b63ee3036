package club.courtside.platform;

import java.util.Locale;

/** A state as every page shows it: a glyph, a word, and the one colour that belongs to it. */
public enum Badge {
    IDLE("ok", "ok"),
    UNTRIED("off", "wait"),
    CONNECTING("off", "wait"),
    LIVE("ok", "ok"),
    STARTING("rec", "rec"),
    RECORDING("rec", "rec"),
    INTERRUPTED("warn", "warn"),
    FINALIZING("busy", "spin"),
    OFFLINE("off", "off"),
    PROCESSING("busy", "spin"),
    QUEUED("off", "wait"),
    RUNNING("busy", "spin"),
    WAITING("warn", "warn"),
    REMOTE("busy", "spin"),
    DONE("ok", "ok"),
    SKIPPED("off", "off"),
    CANCELLED("off", "off"),
    READY("ok", "ok"),
    COMPLETED("ok", "ok"),
    FAILED("rec", "error");

    private final String tone;
    private final String icon;

    Badge(String tone, String icon) {
        this.tone = tone;
        this.icon = icon;
    }

    /** The badge of any enumeration that has its states by these names. */
    public static Badge of(Enum<?> state) {
        return valueOf(state.name());
    }

    public String getTone() {
        return tone;
    }

    public String getIcon() {
        return icon;
    }

    /** As it is called in live updates. */
    public String getName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of the word. */
    public String getText() {
        return "state." + getName();
    }
}
