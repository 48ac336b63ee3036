package club.courtside.processing.server;

import club.courtside.account.Caller;
import club.courtside.court.Club;
import club.courtside.library.Video;
import club.courtside.library.VideoArrived;
import club.courtside.library.Videos;
import club.courtside.library.arrival.ArrivalName;
import club.courtside.library.arrival.ArrivalOver;
import club.courtside.library.arrival.ArrivalState;
import club.courtside.library.arrival.ArrivalTaken;
import club.courtside.library.arrival.ArrivalView;
import club.courtside.library.arrival.Intake;
import club.courtside.processing.JobLedger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** What is written down about tasks, each entry one short transaction, or part of that of the file. */
@ApplicationScoped
@Transactional
public class TaskLedger {

    private final ProcessingTasks tasks;
    private final ProcessingClub club;
    private final Intake intake;
    private final Videos videos;
    private final JobLedger jobs;
    private final Clock clock;

    @Inject
    public TaskLedger(
            ProcessingTasks tasks, ProcessingClub club, Intake intake, Videos videos, JobLedger jobs, Clock clock) {
        this.tasks = tasks;
        this.club = club;
        this.intake = intake;
        this.videos = videos;
        this.jobs = jobs;
        this.clock = clock;
    }

    protected TaskLedger() {
        this(null, null, null, null, null, null);
    }

    /**
     * @param isNew whether it was begun now, and not known by its key
     */
    record Opened(UUID id, boolean isNew) {}

    /** A new task, unless the key belongs to one of which something came, or may still come. */
    Opened open(TaskOrder order, ArrivalName name, long bytes) {
        if (order.key() != null) {
            Optional<ProcessingTask> known = tasks.byKey(order.key());
            if (known.filter(task -> goesOn(task, bytes)).isPresent())
                return new Opened(known.get().id(), false);
            known.ifPresent(tasks::freeKeyOf);
        }
        Club owner = club.get();
        Caller sender = Caller.ofProgram(ProcessingClub.NAME_OF_SENDERS, owner.id());
        ArrivalView made = intake.announce(sender, owner.id().toString(), name, bytes);
        tasks.add(new ProcessingTask(made.id(), owner, order, bytes, clock.instant()));
        return new Opened(made.id(), true);
    }

    /** What has begun with another length was another file, and is given up. */
    private boolean goesOn(ProcessingTask task, long bytes) {
        if (task.isOver()) return false;
        Optional<ArrivalView> arrival = intake.find(task.sender(), task.id());
        ArrivalState state = arrival.map(ArrivalView::state).orElse(ArrivalState.DONE);
        if (state == ArrivalState.RECEIVING && arrival.get().sizeBytes() != bytes) {
            intake.cancel(task.sender(), task.id());
            return false;
        }
        return state == ArrivalState.RECEIVING
                || state == ArrivalState.EXAMINING
                || videos.find(task.id()).isPresent();
    }

    /** In the transaction that brings the video into the library. */
    public void arrived(@Observes VideoArrived event) {
        Video video = event.video();
        tasks.find(video.id())
                .filter(ProcessingTask::isToBeProcessed)
                .ifPresent(task -> jobs.orderAll(video, task.model(), task.priority()));
    }

    /** So that whoever has sent it can tell that nothing was lost on the way. */
    public void taken(@Observes ArrivalTaken event) {
        tasks.find(event.id()).ifPresent(task -> task.received(event.sha256()));
    }

    /** In the transaction that forgets the file. */
    public void over(@Observes ArrivalOver event) {
        tasks.find(event.id()).ifPresent(task -> task.over(event.code(), event.reason()));
    }
}
