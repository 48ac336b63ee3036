package club.courtside.library;

import club.courtside.account.CurrentCaller;
import club.courtside.platform.Badge;
import club.courtside.platform.Ids;
import club.courtside.platform.Notices;
import club.courtside.platform.ProblemException;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** One video: watch it, name it, keep it, delete it. */
@Named
@ViewScoped
public class VideoPage implements Serializable {
    private static final String LIBRARY = "/library.xhtml?faces-redirect=true";

    @Inject
    private Library library;

    @Inject
    private VideoDeletion deletion;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Notices notices;

    private String id;
    private String title;
    private VideoDetails details;

    /** Called when the page opens; what one may not know of is not there. */
    public void open() {
        try {
            read();
        } catch (ProblemException refused) {
            notices.refusePage(refused);
        }
    }

    public void rename() {
        try {
            library.rename(caller.require(), videoId(), title);
            read();
            notices.tell("video.renamed");
        } catch (ProblemException refused) {
            notices.explain(refused, "renaming:name");
        }
    }

    public void keep(boolean kept) {
        try {
            library.keep(caller.require(), videoId(), kept);
            read();
            notices.tell(kept ? "video.kept" : "video.unkept");
        } catch (ProblemException refused) {
            notices.explain(refused, null);
        }
    }

    public String delete() {
        return delete(List.of(videoId()), "video.deleted");
    }

    /** All angles of the match. */
    public String deleteMatch() {
        return delete(details.angles().stream().map(VideoAngle::videoId).toList(), "video.deletedAll");
    }

    private String delete(List<UUID> videos, String told) {
        try {
            deletion.deleteAll(caller.require(), videos);
            notices.tellNext(told, details.card().title());
            return LIBRARY;
        } catch (ProblemException refused) {
            notices.explain(refused, null);
            return null;
        }
    }

    /** Reads it again, after a change elsewhere. */
    public void read() {
        details = library.details(caller.require(), videoId());
        title = details.card().title();
    }

    private UUID videoId() {
        return Ids.parse(id).orElseThrow(() -> ProblemException.notFound("there is no such video"));
    }

    public VideoDetails getDetails() {
        return details;
    }

    public VideoCard getCard() {
        return details.card();
    }

    public Badge getBadge() {
        return Badge.of(details.card().status());
    }

    public boolean isRecording() {
        return details.card().status() == VideoStatus.RECORDING;
    }

    public boolean isPlayable() {
        return details.card().status() != VideoStatus.FAILED;
    }

    /** What kind of file it is. */
    public String getContainer() {
        return details.container().toUpperCase(Locale.ROOT);
    }

    /** Key of what is wrong with the video; null when nothing is. */
    public String getTrouble() {
        if (details.reason() != null) return "video.trouble." + details.reason();
        return isPlayable() ? null : "video.trouble.failed";
    }

    /** Key of why nothing was recorded; null when that is not the trouble, or not known. */
    public String getFailure() {
        boolean explained = details.reason() == null
                && details.recording() != null
                && details.recording().reason() != null;
        return explained ? "reason." + details.recording().reason().code() : null;
    }

    /** So far, while it records. */
    public long getBytes() {
        return isRecording() && details.recording() != null
                ? details.recording().bytes()
                : details.card().sizeBytes();
    }

    /** Key of the words for where it came from. */
    public String getOriginText() {
        return "origin." + details.card().origin().name().toLowerCase(Locale.ROOT);
    }

    /** Compression and size of the picture, as its makers write them. */
    public String getPicture() {
        return details.videoCodec() == null
                ? null
                : "%s · %d × %d".formatted(codec(details.videoCodec()), details.width(), details.height());
    }

    /** Whether it is H.265, which many browsers cannot play. */
    public boolean isHevc() {
        return !details.watchedAsCopy()
                && details.videoCodec() != null
                && codec(details.videoCodec()).equals("H.265");
    }

    /** Null when there is no sound. */
    public String getSound() {
        return details.audioCodec() == null ? null : codec(details.audioCodec());
    }

    private static String codec(String name) {
        return switch (name) {
            case "h264" -> "H.264";
            case "h265", "hevc" -> "H.265";
            default -> name.toUpperCase(Locale.ROOT);
        };
    }

    /** Null when it was not recorded here. */
    public Certificate getCertificate() {
        return details.recording() == null ? null : new Certificate(details.recording(), details.clubZone());
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }
}
