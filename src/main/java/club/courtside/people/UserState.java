package club.courtside.people;

/** Whether somebody can sign in. */
public enum UserState {
    /** Has not chosen a password yet. */
    INVITED("busy", "mail"),
    ACTIVE("ok", "ok"),
    DISABLED("off", "off");

    private final String tone;
    private final String icon;

    UserState(String tone, String icon) {
        this.tone = tone;
        this.icon = icon;
    }

    public String getTone() {
        return tone;
    }

    public String getIcon() {
        return icon;
    }

    /** Key of the word. */
    public String getText() {
        return "users.state." + name();
    }
}
