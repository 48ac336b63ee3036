package club.courtside.upload;

import club.courtside.platform.Notices;
import club.courtside.upload.target.TargetKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** What pages say of uploads, in the visitor's language. */
@ApplicationScoped
public class UploadWords {

    /** What the sentence adds to our own words: what the target said itself, a date, a name. */
    private static final Set<String> TELL_MORE = Set.of(
            "remote_failed",
            "refused",
            "certificate_expired",
            "certificate_not_yet_valid",
            "certificate_wrong_name",
            "no_safe_connection");

    private final Notices notices;

    @Inject
    public UploadWords(Notices notices) {
        this.notices = notices;
    }

    protected UploadWords() {
        this(null);
    }

    String name(TargetKind target) {
        return notices.text("uploads.target." + target.name());
    }

    /** Our own words for what is known, the target's English sentence for the rest; null when all is well. */
    String why(String code, String sentence) {
        if (code == null) return null;
        String ours = notices.textOr("uploads.reason." + code, sentence);
        return TELL_MORE.contains(code) ? ours + " (" + sentence + ")" : ours;
    }
}
