package club.courtside.processing.server;

import club.courtside.account.Caller;
import club.courtside.account.audit.AuditAction;
import club.courtside.court.RenditionFormat;
import club.courtside.library.Library;
import club.courtside.library.Video;
import club.courtside.library.VideoFiles;
import club.courtside.library.Videos;
import club.courtside.library.arrival.Intake;
import club.courtside.platform.ProblemException;
import club.courtside.processing.JobDesk;
import club.courtside.processing.JobView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tasks as whoever has the key sees them. */
@ApplicationScoped
@Transactional
public class TaskSight {

    private final ProcessingTasks tasks;
    private final Intake intake;
    private final Videos videos;
    private final VideoFiles files;
    private final Library library;
    private final JobDesk jobs;

    @Inject
    public TaskSight(
            ProcessingTasks tasks, Intake intake, Videos videos, VideoFiles files, Library library, JobDesk jobs) {
        this.tasks = tasks;
        this.intake = intake;
        this.videos = videos;
        this.files = files;
        this.library = library;
        this.jobs = jobs;
    }

    protected TaskSight() {
        this(null, null, null, null, null, null);
    }

    /** @throws ProblemException 404 */
    TaskProgress progress(UUID id) {
        return progress(known(id));
    }

    /**
     * A question of its own, in a transaction of its own: what is over by then has written down all its results.
     *
     * @throws ProblemException 404, or 409 while it is not over
     */
    void checkOver(UUID id) {
        if (!progress(id).status().isOver())
            throw ProblemException.conflict("status", "this task is not over; see its status");
    }

    /**
     * After {@link #checkOver}.
     *
     * @throws ProblemException 404
     */
    TaskResults results(UUID id) throws IOException {
        ProcessingTask task = known(id);
        TaskProgress progress = progress(task);
        Optional<Video> video = videos.find(id);
        return TaskResults.of(
                task,
                progress,
                video.isPresent() ? library.view(task.sender(), id) : null,
                subtitles(video),
                video.isPresent() ? jobs.of(task.sender(), id) : List.of());
    }

    /**
     * The file of a copy.
     *
     * @param code {@code portrait} …
     * @param address of whoever fetches it
     * @throws ProblemException 404
     */
    Path rendition(UUID id, String code, String address) {
        ProcessingTask task = known(id);
        RenditionFormat format = Arrays.stream(RenditionFormat.values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("there is no such format"));
        Caller sender = task.sender().cameFrom(address);
        Path file = library.rendition(sender, id, format);
        library.handedOut(sender, id, AuditAction.VIDEO_DOWNLOADED);
        return file;
    }

    private ProcessingTask known(UUID id) {
        return tasks.find(id).orElseThrow(() -> ProblemException.notFound("there is no such task"));
    }

    /** The arrival is read first: a video that comes meanwhile is then no video that is missing. */
    private TaskProgress progress(ProcessingTask task) {
        var arrival = intake.find(task.sender(), task.id());
        Optional<Video> video = videos.find(task.id());
        List<JobView> own = video.isPresent() ? jobs.of(task.sender(), task.id()) : List.of();
        return TaskProgress.of(task, arrival, video, own);
    }

    private TaskResults.Subtitles subtitles(Optional<Video> video) throws IOException {
        if (video.filter(Video::hasSubtitles).isEmpty()) return new TaskResults.Subtitles(null, null);
        return new TaskResults.Subtitles(text(files.subtitlesOf(video.get())), text(files.subRipOf(video.get())));
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException missing) {
            return null;
        }
    }
}
