package club.courtside.processing.server;

import club.courtside.library.Videos;
import club.courtside.library.arrival.ArrivalName;
import club.courtside.library.arrival.ArrivalView;
import club.courtside.library.arrival.Intake;
import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/**
 * Takes files in as tasks. Of two requests with one key that come at once the database lets one pass; the other one then
 * finds its task.
 */
@ApplicationScoped
public class TaskDesk {

    private static final int ATTEMPTS = 4;

    private final TaskLedger ledger;
    private final ProcessingTasks tasks;
    private final Intake intake;
    private final Videos videos;

    @Inject
    public TaskDesk(TaskLedger ledger, ProcessingTasks tasks, Intake intake, Videos videos) {
        this.ledger = ledger;
        this.tasks = tasks;
        this.intake = intake;
        this.videos = videos;
    }

    protected TaskDesk() {
        this(null, null, null, null);
    }

    /** A file that will come in pieces. */
    TaskLedger.Opened announce(TaskOrder order, ArrivalName name, long bytes) {
        for (int attempt = 1; ; attempt++)
            try {
                return ledger.open(order, name, bytes);
            } catch (PersistenceException | ProblemException another) {
                if (attempt == ATTEMPTS || !isRace(another)) throw another;
            }
    }

    /** Somebody else has written the same key, or made the club, a moment ago. */
    private static boolean isRace(RuntimeException failed) {
        return failed instanceof PersistenceException
                || failed instanceof ProblemException refused
                        && "slug".equals(refused.problem().field());
    }

    /** A file that comes at once. */
    TaskLedger.Opened take(TaskOrder order, ArrivalName name, InputStream content) throws IOException {
        TaskLedger.Opened[] opened = new TaskLedger.Opened[1];
        intake.take(content, bytes -> {
            opened[0] = announce(order, name, bytes);
            return opened[0].id();
        });
        return opened[0];
    }

    /** @throws ProblemException 404 */
    ProcessingTask task(UUID id) {
        return tasks.find(id).orElseThrow(() -> ProblemException.notFound("there is no such task"));
    }

    /**
     * The file of a task that is being received, or was.
     *
     * @throws ProblemException 404
     */
    ArrivalView file(UUID id) {
        return intake.view(task(id).sender(), id);
    }

    /** All of it came so long ago that only the video is left. */
    boolean isLongThere(ProcessingTask task) {
        return intake.find(task.sender(), task.id()).isEmpty()
                && videos.find(task.id()).isPresent();
    }
}
