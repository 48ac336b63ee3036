package club.courtside.platform.queue;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadFactory;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Those who do one kind of work. Each piece is claimed in the database, so that several Courtsides on one database never do
 * it twice at a time; whoever claimed it says every few seconds that it lives, and 60 s after the last of that it is
 * claimed by somebody else.
 */
final class Workers implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Workers.class.getName());

    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final Duration LIVES_EVERY = Duration.ofSeconds(4);
    private static final int DEAD_AFTER = 15;
    private static final Duration AFTER_AN_ERROR = Duration.ofMinutes(1);
    /** Somebody may start an older Courtside for a while: what it doesn't know stays. */
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final QueuedWork work;
    private final Clock clock;
    private final Scheduler scheduler;
    private volatile boolean stopping;

    /** @param patience with work that is told to stop */
    Workers(QueuedWork work, DataSource database, Clock clock, ThreadFactory threads, Duration patience) {
        this.work = work;
        this.clock = clock;
        this.scheduler = QueueTable.workers(database, work.name(), this::perform)
                .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
                .clock(clock::instant)
                .threads(work.workers())
                .executorService(new UninterruptedPool(work.workers(), threads))
                .dueExecutor(new UninterruptedPool(1, threads))
                .pollingInterval(LOOK_EVERY)
                .heartbeatInterval(LIVES_EVERY)
                .missedHeartbeatsLimit(DEAD_AFTER)
                .deleteUnresolvedAfter(FOR_EVER)
                .shutdownMaxWait(patience)
                .failureLogging(LogLevel.OFF, false)
                .build();
    }

    void start() {
        scheduler.start();
    }

    /** Something was put into the queue. */
    void look() {
        scheduler.triggerCheckForDueExecutions();
    }

    private Optional<Instant> perform(UUID id) {
        if (stopping) return Optional.of(clock.instant());
        try {
            return work.perform(id, () -> stopping);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, work.name() + " " + id + " could not be done; it is tried again in a minute", e);
            return Optional.of(clock.instant().plus(AFTER_AN_ERROR));
        }
    }

    @Override
    public void close() {
        stopping = true;
        scheduler.stop();
    }
}
