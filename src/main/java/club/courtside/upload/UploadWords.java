package club.courtside.upload;

import club.courtside.platform.Notices;
import club.courtside.upload.target.TargetKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What pages say of uploads, in the visitor's language. */
@ApplicationScoped
public class UploadWords {

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
        boolean tellsMore = code.equals("remote_failed") || code.equals("refused") || code.equals("certificate");
        return tellsMore ? ours + " (" + sentence + ")" : ours;
    }
}
