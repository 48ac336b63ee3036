package club.courtside.platform.queue;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** Where work is put, in the transaction of whoever puts it there: rolled back, it was never there. */
@ApplicationScoped
public class WorkQueue {

    private final DataSource database;
    private final Event<WorkWaits> events;
    private final Clock clock;
    private final Map<String, SchedulerClient> tables = new ConcurrentHashMap<>();

    @Inject
    public WorkQueue(DataSource database, Event<WorkWaits> events, Clock clock) {
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    protected WorkQueue() {
        this(null, null, null);
    }

    /** To be done as soon as a worker is free. What is in the queue already stays as it is. */
    public void put(String work, UUID id, Priority priority) {
        table(work).scheduleIfNotExists(QueueTable.entry(id, priority), clock.instant());
        events.fire(new WorkWaits(work));
    }

    /** Now, whenever it was to go on. Nothing happens when it is not in the queue, or a worker is at it. */
    public void hurry(String work, UUID id) {
        if (!contains(work, id) || isWorkedAt(work, id)) return;
        table(work).reschedule(QueueTable.key(id), clock.instant());
        events.fire(new WorkWaits(work));
    }

    public boolean contains(String work, UUID id) {
        return table(work).getScheduledExecution(QueueTable.key(id)).isPresent();
    }

    public boolean isWorkedAt(String work, UUID id) {
        return table(work)
                .getScheduledExecution(QueueTable.key(id))
                .map(ScheduledExecution::isPicked)
                .orElse(false);
    }

    /** It is not to be done any more. A worker who is at it finds that out from its own row. */
    public void drop(String work, UUID id) {
        if (contains(work, id) && !isWorkedAt(work, id)) table(work).cancel(QueueTable.key(id));
    }

    private SchedulerClient table(String work) {
        return tables.computeIfAbsent(work, name -> QueueTable.client(database, name));
    }
}
