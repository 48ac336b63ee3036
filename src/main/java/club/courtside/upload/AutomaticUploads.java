package club.courtside.upload;

import club.courtside.court.Club;
import club.courtside.library.Origin;
import club.courtside.library.Video;
import club.courtside.library.VideoRecorded;
import club.courtside.library.Videos;
import club.courtside.platform.CurrentSettings;
import club.courtside.platform.queue.WorkEnded;
import club.courtside.processing.Compaction;
import club.courtside.processing.VideoProcessing;
import club.courtside.session.MatchUploads;
import club.courtside.session.Recording;
import club.courtside.session.Recordings;
import club.courtside.settings.Setting;
import club.courtside.upload.target.TargetKind;
import club.courtside.upload.target.UploadTarget;
import club.courtside.upload.target.UploadTargets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;

/** Sends recordings away as whoever started them wanted it, else as their club does, else as the installation is set. */
@ApplicationScoped
public class AutomaticUploads implements MatchUploads {

    private final UploadLedger ledger;
    private final UploadTargets targets;
    private final Videos videos;
    private final Recordings recordings;
    private final CurrentSettings settings;

    @Inject
    public AutomaticUploads(
            UploadLedger ledger,
            UploadTargets targets,
            Videos videos,
            Recordings recordings,
            CurrentSettings settings) {
        this.ledger = ledger;
        this.targets = targets;
        this.videos = videos;
        this.recordings = recordings;
        this.settings = settings;
    }

    protected AutomaticUploads() {
        this(null, null, null, null, null);
    }

    /** In the transaction that ends the recording: there is none that was forgotten. */
    void recorded(@Observes VideoRecorded event) {
        if (!VideoProcessing.isCompacted(event.video())) send(event.video());
    }

    /** Where a compact copy takes the place of the file, what stays is sent, however that has ended. */
    void compacted(@Observes WorkEnded event) {
        if (Compaction.isOver(event)) videos.find(event.videoId()).ifPresent(this::send);
    }

    /** To every target that is set up. */
    private void send(Video video) {
        if (!video.isReady() || !isWanted(video)) return;
        targets.setUp().forEach(target -> ledger.order(video.id(), UploadOrder.automatic(target.kind())));
    }

    /** What somebody has brought here and is processed now is kept where recordings are kept. */
    void processed(@Observes WorkEnded event) {
        if (!event.work().equals(VideoProcessing.WORK)) return;
        videos.find(event.videoId())
                .filter(video -> video.origin() == Origin.UPLOAD && video.isReady() && isWanted(video))
                .ifPresent(video -> targets.setUp().stream()
                        .map(UploadTarget::kind)
                        .filter(TargetKind::keeps)
                        .forEach(kind -> ledger.order(video.id(), UploadOrder.automatic(kind))));
    }

    private boolean isWanted(Video video) {
        return recordings.find(video.id()).map(Recording::autoUpload).orElseGet(() -> isUsual(video.club()));
    }

    @Override
    public Optional<Boolean> usually(Club club) {
        return targets.setUp().isEmpty() ? Optional.empty() : Optional.of(isUsual(club));
    }

    private boolean isUsual(Club club) {
        return Optional.ofNullable(club.autoUpload()).orElseGet(this::isUsual);
    }

    /** Whether recordings go away by themselves where nobody says otherwise. */
    boolean isUsual() {
        return settings.all()
                .get(Setting.VULTR_AUTO_UPLOAD)
                .map(Boolean::parseBoolean)
                .orElse(false);
    }
}
