package club.courtside.upload.target;

import club.courtside.engine.api.Reason;
import java.time.Duration;

/** This attempt has failed. */
public class UploadFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final boolean lasting;
    private final boolean anew;
    private final Duration after;

    private UploadFailure(String code, String words, boolean lasting, boolean anew, Duration after) {
        super(words);
        this.code = code;
        this.lasting = lasting;
        this.anew = anew;
        this.after = after;
    }

    /** Trying again may help. */
    public static UploadFailure passing(String code, String words) {
        return new UploadFailure(code, words, false, false, null);
    }

    /** The target says when to come again. */
    static UploadFailure passing(String code, String words, Duration after) {
        return new UploadFailure(code, words, false, false, after);
    }

    /** Trying again may help, but from the first byte: what the target has of it is lost or wrong. */
    public static UploadFailure anew(String code, String words) {
        return new UploadFailure(code, words, false, true, null);
    }

    /** Trying again does not help. */
    public static UploadFailure lasting(String code, String words) {
        return new UploadFailure(code, words, true, false, null);
    }

    public Reason reason() {
        return new Reason(code, getMessage());
    }

    /** Whether it is given up at once. */
    public boolean isLasting() {
        return lasting;
    }

    /** Whether nothing of what was sent before counts any more. */
    public boolean isAnew() {
        return anew;
    }

    /** Not before this time has passed; null when the target said nothing. */
    public Duration after() {
        return after;
    }
}
