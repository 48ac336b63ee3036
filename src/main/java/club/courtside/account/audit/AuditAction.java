package club.courtside.account.audit;

import java.util.Locale;

/** What can stand in the audit log. */
public enum AuditAction {
    SIGNED_IN,
    SIGN_IN_PAUSED,
    SIGN_IN_ENDED,
    PASSWORD_CHANGED,
    PASSWORD_FORGOTTEN,
    USER_INVITED,
    USER_JOINED,
    USER_ADDED,
    USER_CHANGED,
    USER_DISABLED,
    USER_ENABLED,
    USER_DELETED,
    CLUB_ADDED,
    CLUB_CHANGED,
    CLUB_DELETED,
    COURT_ADDED,
    COURT_CHANGED,
    COURT_DELETED,
    CAMERA_ADDED,
    CAMERA_CHANGED,
    CAMERA_DELETED,
    SETTINGS_CHANGED,
    RECORDING_STARTED,
    RECORDING_STOPPED,
    RECORDING_EXTENDED,
    VIDEO_WATCHED,
    VIDEO_DOWNLOADED,
    VIDEO_UPLOADED,
    VIDEO_RENAMED,
    VIDEO_KEPT,
    VIDEO_UNKEPT,
    VIDEO_SHARED,
    VIDEO_UNSHARED,
    VIDEO_ADDED,
    VIDEO_DELETED;

    /** As the API writes it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of the words. */
    public String getText() {
        return "audit.action." + name();
    }
}
