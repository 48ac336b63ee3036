package club.courtside.upload;

import club.courtside.engine.api.Reason;
import club.courtside.library.Video;
import club.courtside.library.Videos;
import club.courtside.platform.CurrentSettings;
import club.courtside.platform.LiveUpdate;
import club.courtside.platform.queue.Priority;
import club.courtside.platform.queue.Retries;
import club.courtside.platform.queue.WorkEnded;
import club.courtside.platform.queue.WorkQueue;
import club.courtside.platform.queue.WorkState;
import club.courtside.settings.Setting;
import club.courtside.upload.target.Delivery;
import club.courtside.upload.target.UploadFailure;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** What is written down about uploads, each entry one short transaction. What is over stays as it is. */
@ApplicationScoped
@Transactional
public class UploadLedger {

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(2);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(2);

    private final Uploads uploads;
    private final Videos videos;
    private final UploadResults results;
    private final WorkQueue queue;
    private final CurrentSettings settings;
    private final Clock clock;
    private final Event<LiveUpdate> updates;
    private final Event<WorkEnded> endings;
    private final RandomGenerator random = new Random();

    @Inject
    public UploadLedger(
            Uploads uploads,
            Videos videos,
            UploadResults results,
            WorkQueue queue,
            CurrentSettings settings,
            Clock clock,
            Event<LiveUpdate> updates,
            Event<WorkEnded> endings) {
        this.uploads = uploads;
        this.videos = videos;
        this.results = results;
        this.queue = queue;
        this.settings = settings;
        this.clock = clock;
        this.updates = updates;
        this.endings = endings;
    }

    protected UploadLedger() {
        this(null, null, null, null, null, null, null, null);
    }

    /** One that is under way to the same target already is answered as it stands; empty when there is no such video. */
    Optional<Upload> order(UUID videoId, UploadOrder order) {
        return videos.find(videoId).map(video -> {
            Optional<Upload> known = uploads.of(videoId).stream()
                    .filter(upload -> upload.target() == order.target())
                    .filter(upload -> !upload.isOver() || order.automatic())
                    .findFirst();
            return known.orElseGet(() -> begun(video, order));
        });
    }

    private Upload begun(Video video, UploadOrder order) {
        Upload upload = new Upload(video, order, clock.instant());
        uploads.add(upload);
        queue.put(UploadWork.NAME, upload.id(), order.priority());
        tell(upload);
        return upload;
    }

    /** @return the upload for a worker; empty when there is nothing to do any more */
    Optional<Upload> begin(UUID id) {
        Optional<Upload> found = open(id);
        found.ifPresent(upload -> {
            boolean goesOn = upload.work().state() == WorkState.RUNNING;
            upload.work().begin(clock.instant());
            if (!goesOn) tell(upload);
        });
        return found;
    }

    void examined(UUID id, long bytes, String sha256) {
        open(id).ifPresent(upload -> upload.examined(bytes, sha256));
    }

    /** Also of one that has just been cancelled, or its video deleted: what was begun at the target is taken back later. */
    void remember(UUID id, String words) {
        uploads.find(id).ifPresent(upload -> upload.remember(words));
    }

    /** Nothing half sent of a deleted video is left there. Who only cancelled it may want to go on with what has arrived. */
    void forgotten(UUID id) {
        uploads.find(id).filter(upload -> upload.video().isDeleted()).ifPresent(upload -> upload.remember(null));
    }

    /** @return false when it is over: somebody has cancelled it, or its video is gone */
    boolean progressed(UUID id, double share) {
        Optional<Upload> found = open(id);
        found.ifPresent(upload -> {
            if (upload.work().progressed(share)) tell(upload);
        });
        return found.isPresent();
    }

    /** @return since when the target has been that far; empty when it is over */
    Optional<Instant> followed(UUID id, double share) {
        return open(id).map(upload -> {
            Instant since = upload.followed(share, clock.instant());
            if (upload.work().progressed(share)) tell(upload);
            return since;
        });
    }

    /** Also when its video has just been deleted: what has arrived is deleted by its name there. */
    void delivered(UUID id, Delivery delivery) {
        uploads.find(id).filter(upload -> !upload.isOver()).ifPresent(upload -> {
            upload.delivered(delivery);
            upload.work().progressed(delivery.worksOn() ? 0 : 1);
            if (!upload.video().isDeleted()) tell(upload);
        });
    }

    /** @param said what the target brings back; null when it brings nothing */
    void done(UUID id, JsonNode said) {
        open(id).ifPresent(upload -> {
            if (said != null) results.keep(upload, said);
            upload.brought(said == null ? null : said.toString());
            upload.work().done(clock.instant());
            ended(upload);
        });
    }

    /** @return when it is tried again; empty when it is given up */
    Optional<Instant> failed(UUID id, UploadFailure why) {
        return open(id).flatMap(upload -> {
            if (why.isAnew()) upload.anew();
            Instant now = clock.instant();
            Retries retries = retries();
            if (why.isLasting() || retries.areOver(upload.work().attempts())) {
                upload.work().failed(why.reason(), now);
                ended(upload);
                return Optional.empty();
            }
            Instant next = retries.after(upload.work().attempts(), now, random);
            if (why.after() != null && now.plus(why.after()).isAfter(next)) next = now.plus(why.after());
            upload.work().waits(why.reason(), next);
            tell(upload);
            return Optional.of(next);
        });
    }

    private Retries retries() {
        int attempts = Integer.parseInt(
                settings.all().get(Setting.COURTSIDE_UPLOAD_ATTEMPTS).orElseThrow());
        return new Retries(FIRST_PAUSE, LONGEST_PAUSE, attempts);
    }

    /** It could not even be tried. */
    void returned(UUID id, Reason why) {
        open(id).ifPresent(upload -> {
            upload.work().returned(why);
            tell(upload);
        });
    }

    void cancelled(UUID id) {
        uploads.find(id).filter(upload -> !upload.isOver()).ifPresent(upload -> {
            upload.work().cancelled(clock.instant());
            // A worker throws away what is half sent.
            queue.hurry(UploadWork.NAME, id);
            ended(upload);
        });
    }

    /** What failed or was cancelled begins anew; what waits for another attempt gets it now. */
    void again(UUID id) {
        uploads.find(id).ifPresent(upload -> {
            if (upload.work().state() == WorkState.WAITING) {
                queue.hurry(UploadWork.NAME, id);
                return;
            }
            if (!upload.isOver() || upload.isDone()) return;
            if (upload.remoteId() != null) upload.anew();
            upload.work().again();
            queue.put(UploadWork.NAME, id, upload.work().priority());
            tell(upload);
        });
    }

    /** Every upload that isn't over is in the queue, whatever a restored backup or a crash has made of that. */
    void requeue() {
        for (Upload upload : uploads.underWay())
            if (!queue.contains(UploadWork.NAME, upload.id()))
                queue.put(UploadWork.NAME, upload.id(), upload.work().priority());
    }

    /** Those that came before a moment, are not over, and have no worker at them: now. */
    List<UUID> recover(Instant before) {
        return uploads.underWay().stream()
                .filter(upload -> upload.work().createdAt().isBefore(before)
                        && !upload.video().isDeleted())
                .map(Upload::id)
                .filter(id -> !queue.isWorkedAt(UploadWork.NAME, id))
                .peek(id -> {
                    queue.put(UploadWork.NAME, id, Priority.NORMAL);
                    queue.hurry(UploadWork.NAME, id);
                })
                .toList();
    }

    /** One that was cancelled, or whose video is being deleted: what of it is half sent can be thrown away. */
    Optional<Upload> over(UUID id) {
        return uploads.find(id).filter(upload -> !upload.isDone());
    }

    private Optional<Upload> open(UUID id) {
        return uploads.find(id)
                .filter(upload -> !upload.isOver() && !upload.video().isDeleted());
    }

    private void ended(Upload upload) {
        tell(upload);
        UploadView view = UploadView.of(upload, clock.instant());
        if (upload.isDone() && !upload.isAutomatic()) tell("manual_upload_completed", view, upload.video());
        endings.fire(new WorkEnded(
                UploadWork.NAME,
                view.taskId(),
                view.target().code(),
                view.status().code(),
                view.clubId(),
                view.videoId(),
                view.videoTitle(),
                view.reasonCode(),
                view.reason(),
                view.startedAt() == null ? null : Duration.between(view.startedAt(), view.endedAt()),
                view.endedAt()));
    }

    private void tell(Upload upload) {
        tell("upload_progress", UploadView.of(upload, clock.instant()), upload.video());
    }

    private void tell(String event, UploadView view, Video video) {
        UUID owner = video.owner() == null ? null : video.owner().id();
        updates.fire(new LiveUpdate(event, video.club().id(), owner, view));
    }
}
