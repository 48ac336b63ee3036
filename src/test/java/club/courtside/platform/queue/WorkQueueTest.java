package club.courtside.platform.queue;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.support.Await;
import club.courtside.support.FiredEvents;
import club.courtside.support.RunningClock;
import club.courtside.support.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(300)
class WorkQueueTest {

    private final TestDatabase database = new TestDatabase();
    private final RunningClock clock = new RunningClock();
    private final FiredEvents<WorkWaits> events = new FiredEvents<>();
    private final List<Workers> started = new ArrayList<>();
    private WorkQueue queue = new WorkQueue(database.source(), events, clock);

    @AfterEach
    void end() {
        started.parallelStream().forEach(Workers::close);
        database.close();
    }

    private interface Doing {
        Optional<Instant> perform(UUID id, QueuedWork.Stopping stopping) throws Exception;
    }

    private Workers workers(int number, Doing doing) {
        return workers(database, number, doing);
    }

    private Workers workers(TestDatabase in, int number, Doing doing) {
        QueuedWork work = new QueuedWork() {
            @Override
            public String name() {
                return "job";
            }

            @Override
            public int workers() {
                return number;
            }

            @Override
            public Optional<Instant> perform(UUID id, Stopping stopping) {
                try {
                    return doing.perform(id, stopping);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        };
        Workers workers = new Workers(work, in.source(), clock, Thread::new, Duration.ofSeconds(20));
        workers.start();
        events.observe(WorkWaits.class, waits -> workers.look());
        started.add(workers);
        return workers;
    }

    private UUID put(Priority priority) {
        UUID id = UUID.randomUUID();
        queue.put("job", id, priority);
        return id;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void two_installations_on_one_database_do_each_piece_once(boolean onPostgres) {
        try (TestDatabase shared = onPostgres ? TestDatabase.onPostgres() : new TestDatabase()) {
            queue = new WorkQueue(shared.source(), events, clock);
            List<UUID> done = Collections.synchronizedList(new ArrayList<>());
            List<UUID> all = new ArrayList<>();
            for (int i = 0; i < 12; i++) all.add(put(Priority.NORMAL));
            List<Workers> both = List.of(
                    workers(shared, 3, (id, stopping) -> over(done, id)),
                    workers(shared, 3, (id, stopping) -> over(done, id)));

            Await.until("all to be done", () -> all.stream().noneMatch(id -> queue.contains("job", id)));

            both.parallelStream().forEach(Workers::close);
            started.removeAll(both);
            assertThat(done).hasSize(12).hasSameElementsAs(new HashSet<>(all));
        }
    }

    private static Optional<Instant> over(List<UUID> done, UUID id) {
        done.add(id);
        return Optional.empty();
    }

    @Test
    void what_is_more_urgent_is_begun_first() {
        UUID low = put(Priority.LOW);
        UUID normal = put(Priority.NORMAL);
        UUID high = put(Priority.HIGH);
        List<UUID> done = Collections.synchronizedList(new ArrayList<>());

        workers(1, (id, stopping) -> over(done, id));

        Await.until("all to be done", () -> done.size() == 3);
        assertThat(done).containsExactly(high, normal, low);
    }

    @Test
    void what_goes_on_later_waits_for_its_time_unless_somebody_is_in_a_hurry() {
        List<UUID> done = Collections.synchronizedList(new ArrayList<>());
        workers(1, (id, stopping) -> {
            done.add(id);
            return done.size() < 3 ? Optional.of(clock.instant().plusSeconds(600)) : Optional.empty();
        });
        UUID id = put(Priority.NORMAL);
        Await.until("the first attempt", () -> done.size() == 1 && !queue.isWorkedAt("job", id));

        clock.passes(Duration.ofSeconds(601));
        Await.until("the second attempt", () -> done.size() == 2 && !queue.isWorkedAt("job", id));
        queue.hurry("job", id);
        Await.until("the last attempt", () -> !queue.contains("job", id));

        assertThat(done).hasSize(3);
    }

    @Test
    void an_error_is_tried_again_a_minute_later() {
        List<UUID> tried = Collections.synchronizedList(new ArrayList<>());
        workers(1, (id, stopping) -> {
            tried.add(id);
            if (tried.size() == 1) throw new IllegalStateException("the database is away");
            return Optional.empty();
        });
        UUID id = put(Priority.NORMAL);
        Await.until("the error", () -> tried.size() == 1 && !queue.isWorkedAt("job", id));
        assertThat(queue.contains("job", id)).isTrue();

        clock.passes(Duration.ofSeconds(61));

        Await.until("it to be over", () -> !queue.contains("job", id));
        assertThat(tried).hasSize(2);
    }

    @Test
    void what_a_dead_worker_was_at_is_done_by_another() throws SQLException {
        UUID id = put(Priority.NORMAL);
        claimBySomebodyWhoDied();
        clock.passes(Duration.ofSeconds(61));
        List<UUID> done = Collections.synchronizedList(new ArrayList<>());

        workers(1, (given, stopping) -> over(done, given));

        Await.until("it to be done", () -> !queue.contains("job", id));
        assertThat(done).containsExactly(id);
    }

    @Test
    void what_nobody_else_can_be_at_is_done_at_once() throws SQLException {
        UUID id = put(Priority.NORMAL);
        claimBySomebodyWhoDied();
        List<UUID> done = Collections.synchronizedList(new ArrayList<>());

        QueueTable.release(database.source(), "job");
        workers(1, (given, stopping) -> over(done, given));

        Await.until("it to be done", () -> !queue.contains("job", id));
        assertThat(done).containsExactly(id);
    }

    private void claimBySomebodyWhoDied() throws SQLException {
        try (var connection = database.source().getConnection();
                var claim = connection.prepareStatement(
                        "update job_queue set picked = true, picked_by = 'who died', last_heartbeat = ?")) {
            claim.setObject(1, clock.instant().atOffset(java.time.ZoneOffset.UTC));
            claim.executeUpdate();
        }
    }

    @Test
    void what_is_under_way_at_the_end_is_done_after_the_next_start() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Workers first = workers(1, (id, stopping) -> {
            begun.countDown();
            Await.until("the end", stopping::isAsked);
            return Optional.of(clock.instant());
        });
        UUID id = put(Priority.NORMAL);
        assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();

        first.close();
        started.remove(first);
        assertThat(queue.contains("job", id)).isTrue();
        assertThat(queue.isWorkedAt("job", id)).isFalse();

        List<UUID> done = Collections.synchronizedList(new ArrayList<>());
        workers(1, (given, stopping) -> over(done, given));
        Await.until("it to be done", () -> done.contains(id));
    }

    @Test
    void what_was_dropped_is_not_done() {
        UUID dropped = put(Priority.HIGH);
        UUID kept = put(Priority.LOW);
        queue.drop("job", dropped);
        List<UUID> done = Collections.synchronizedList(new ArrayList<>());

        workers(1, (id, stopping) -> over(done, id));

        Await.until("the other to be done", () -> done.contains(kept));
        assertThat(done).containsExactly(kept);
    }
}
