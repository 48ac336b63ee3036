package club.courtside.platform.queue;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.AutodetectJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

/** How a queue lies in the database: db-scheduler's table with one task, whose instances are the ids. */
final class QueueTable {

    private static final String TASK = "work";

    private QueueTable() {}

    static TaskInstanceId key(UUID id) {
        return TaskInstanceId.of(TASK, id.toString());
    }

    static TaskInstance<Void> entry(UUID id, Priority priority) {
        return new TaskInstance.Builder<Void>(TASK, id.toString())
                .priority(priority.rank())
                .build();
    }

    /** @param work answers when to go on, empty when it is over */
    private static CustomTask<Void> task(Function<UUID, Optional<Instant>> work) {
        return Tasks.custom(TASK, Void.class).onDeadExecutionRevive().execute((entry, context) -> {
            Optional<Instant> next = work.apply(UUID.fromString(entry.getId()));
            return (done, queue) -> next.ifPresentOrElse(when -> queue.reschedule(done, when), queue::remove);
        });
    }

    static SchedulerClient client(DataSource database, String name) {
        return SchedulerClient.Builder.create(database, task(id -> Optional.empty()))
                .tableName(name + "_queue")
                .jdbcCustomization(new AutodetectJdbcCustomization(database))
                .enablePriority()
                .build();
    }

    static SchedulerBuilder workers(DataSource database, String name, Function<UUID, Optional<Instant>> work) {
        return Scheduler.create(database, task(work)).tableName(name + "_queue").enablePriority();
    }

    /** Whoever has claimed something is dead, and another may claim it at once. */
    static void release(DataSource database, String name) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update " + name + "_queue set picked = false, picked_by = null,"
                    + " last_heartbeat = null, version = version + 1 where picked = true");
        } catch (SQLException e) {
            throw new IllegalStateException("the queue " + name + " cannot be changed", e);
        }
    }
}
