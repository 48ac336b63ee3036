package club.courtside.processing;

import club.courtside.engine.api.MediaInfo;
import club.courtside.engine.api.Reason;
import club.courtside.engine.api.TaskResult;
import club.courtside.engine.client.EngineClient;
import club.courtside.library.CompactLedger;
import club.courtside.library.Video;
import club.courtside.library.VideoFiles;
import club.courtside.library.VideoUploads;
import club.courtside.library.inventory.Fingerprint;
import club.courtside.platform.queue.WorkEnded;
import club.courtside.session.Recording;
import club.courtside.session.Recordings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Lets the compact copy of a recording take the place of its file: only of a file that is what was recorded, only when
 * nobody else works with it, and so that a crash leaves either the one or the other.
 */
@ApplicationScoped
public class Compaction {

    private static final Logger LOG = Logger.getLogger(Compaction.class.getName());

    private final Jobs jobs;
    private final CompactLedger ledger;
    private final Recordings recordings;
    private final VideoFiles files;
    private final VideoUploads uploads;

    @Inject
    public Compaction(Jobs jobs, CompactLedger ledger, Recordings recordings, VideoFiles files, VideoUploads uploads) {
        this.jobs = jobs;
        this.ledger = ledger;
        this.recordings = recordings;
        this.files = files;
        this.uploads = uploads;
    }

    protected Compaction() {
        this(null, null, null, null, null);
    }

    /** Whether this says how the compaction of a video has ended, one way or the other. */
    public static boolean isOver(WorkEnded event) {
        return event.work().equals(JobWork.NAME) && event.kind().equals("compact");
    }

    /** What a job has to wait for: compact storage comes after all else. */
    Optional<Reason> hindrance(UUID id) {
        Job job = jobs.find(id).orElse(null);
        if (job == null || job.kind() != JobKind.COMPACT || job.isOver()) return Optional.empty();
        Video video = job.video();
        if (jobs.of(video.id()).stream().anyMatch(other -> other.kind() != JobKind.COMPACT && !other.isOver()))
            return Optional.of(new Reason("other_steps", "it begins after the other steps of this video"));
        if (uploads.underWay().contains(video.id()))
            return Optional.of(new Reason("upload_under_way", "this video is being uploaded"));
        boolean certified = recordings
                .find(video.id())
                .map(recording -> recording.sha256() != null)
                .orElse(true);
        return certified || video.reason() != null
                ? Optional.empty()
                : Optional.of(new Reason("checksum_pending", "the SHA-256 of the recording is not known yet"));
    }

    /**
     * Why the file stays as it is, whatever its copy would be: a certificate is given only to what was recorded.
     *
     * @throws IOException when it cannot be read
     */
    Optional<Reason> refusal(Job job) throws IOException {
        Video video = job.video();
        if (video.isAway()) return Optional.of(new Reason("file_away", "the file lies in the bucket alone"));
        Path file = files.of(video);
        if (!Files.isRegularFile(file)) return Optional.of(new Reason("not_found", "the file of the video is missing"));
        String certified = recordings.find(video.id()).map(Recording::sha256).orElse(null);
        boolean recorded = video.reason() == null && Fingerprint.of(file).equalsIgnoreCase(certified);
        return recorded
                ? Optional.empty()
                : Optional.of(new Reason("file_changed", "the file is not the one that was recorded"));
    }

    /**
     * Whether the copy is in its place already, as a crash may have left it.
     *
     * @throws club.courtside.engine.client.EngineException when nobody can look at it now
     */
    boolean isDone(Job job, EngineClient engine) throws IOException {
        Video video = job.video();
        Recording recording = recordings.find(video.id()).orElse(null);
        if (recording == null || !recording.isExpecting()) return recording != null && recording.isCompacted();
        Path file = files.of(video);
        if (Files.isRegularFile(file) && recording.expects(Files.size(file)))
            return ledger.arrived(video.id(), engine.probe(file.toString()));
        ledger.expectNothing(video.id());
        return false;
    }

    /** Why a copy is not worth it. */
    Optional<Reason> rejection(Job job, TaskResult copy) {
        if (copy.lostPictures() > 0)
            return Optional.of(
                    new Reason("source_damaged", copy.lostPictures() + " pictures of the recording are damaged"));
        long bytes = copy.media().bytes();
        return bytes < job.video().bytes()
                ? Optional.empty()
                : Optional.of(new Reason("not_smaller", "the copy has " + bytes + " bytes, and is not smaller"));
    }

    /**
     * Puts the copy where the file lies.
     *
     * @throws IOException when the file stays as it was
     */
    void replace(Job job, TaskResult copy) throws IOException {
        Video video = job.video();
        MediaInfo media = copy.media();
        if (!ledger.expect(video.id(), media.bytes(), copy.sha256()))
            throw new IOException("the file is not what it was, or in use");
        try {
            files.replace(video, copyOf(video));
        } catch (IOException e) {
            ledger.expectNothing(video.id());
            throw e;
        }
        // Whoever has deleted the video meanwhile has deleted another file.
        if (!ledger.arrived(video.id(), media)) files.deleteOwn(video);
    }

    /** What is left of a copy goes, whatever became of it. */
    public void over(@Observes(during = TransactionPhase.AFTER_SUCCESS) WorkEnded event) {
        if (isOver(event)) discard(event.clubId(), event.videoId());
    }

    /** Nobody wants the copy any more. */
    void discard(Job job) {
        if (job.kind() == JobKind.COMPACT)
            discard(job.video().club().id(), job.video().id());
    }

    private void discard(UUID clubId, UUID videoId) {
        try {
            Files.deleteIfExists(files.compactOf(clubId, videoId));
        } catch (IOException e) {
            LOG.log(Level.INFO, "The compact copy of video " + videoId + " stays until that is deleted", e);
        }
    }

    private Path copyOf(Video video) {
        return files.compactOf(video.club().id(), video.id());
    }
}
