package club.courtside.upload;

import club.courtside.account.CurrentCaller;
import club.courtside.platform.Badge;
import club.courtside.platform.Ids;
import club.courtside.platform.Notices;
import club.courtside.platform.ProblemException;
import club.courtside.platform.queue.Priority;
import club.courtside.upload.target.TargetKind;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** Where the video on its own page was sent, and where it can be sent. */
@Named
@ViewScoped
public class VideoUploadsPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private UploadDesk desk;

    @Inject
    private CurrentCaller caller;

    @Inject
    private UploadWords words;

    @Inject
    private Notices notices;

    private UUID video;
    private transient List<UploadView> uploads;
    private transient List<TargetKind> targets;

    /** The page itself says when there is no such video. */
    public void open(String videoId) {
        video = Ids.parse(videoId).orElse(null);
        read();
    }

    public void read() {
        uploads = List.of();
        targets = List.of();
        if (video == null) return;
        try {
            uploads = desk.of(caller.require(), video);
            targets = desk.targets(caller.require(), video).stream()
                    .filter(target -> uploads.stream()
                            .noneMatch(upload -> upload.target() == target
                                    && !upload.status().isOver()))
                    .toList();
        } catch (ProblemException gone) {
            // The page itself says so.
        }
    }

    public void send(TargetKind target) {
        try {
            desk.send(caller.require(), video, target, null, Priority.HIGH, true);
            notices.tell("uploads.ordered");
        } catch (ProblemException refused) {
            notices.explain(refused, null);
        }
        read();
    }

    public List<UploadView> getUploads() {
        if (uploads == null) read();
        return uploads;
    }

    /** Those that it can be sent to now. */
    public List<TargetKind> getTargets() {
        if (targets == null) read();
        return targets;
    }

    public String name(TargetKind target) {
        return words.name(target);
    }

    public Badge badge(UploadView upload) {
        return Badge.of(upload.status());
    }

    /** How far it is, or why it did not arrive. */
    public String line(UploadView upload) {
        if (upload.status() == UploadState.RUNNING || upload.status() == UploadState.REMOTE)
            return Math.round(upload.progress() * 100) + " %";
        return words.why(upload.reasonCode(), upload.reason());
    }
}
