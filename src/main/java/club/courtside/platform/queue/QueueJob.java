package club.courtside.platform.queue;

import club.courtside.platform.ClubDatabase;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** Sets the workers of every kind of work to it, and tells them when Courtside ends. */
@Singleton
@Startup
@DependsOn("Database")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class QueueJob {

    private static final Duration PATIENCE = Duration.ofSeconds(8);

    @Inject
    Instance<QueuedWork> works;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    @Resource
    ManagedThreadFactory threads;

    private final Map<String, Workers> workers = new ConcurrentHashMap<>();

    @PostConstruct
    void start() {
        for (QueuedWork work : works) {
            if (ClubDatabase.isOwnFile()) QueueTable.release(database, work.name());
            Workers some = new Workers(work, database, clock, threads, PATIENCE);
            some.start();
            workers.put(work.name(), some);
        }
    }

    public void look(@Observes(during = TransactionPhase.AFTER_SUCCESS) WorkWaits waits) {
        Workers some = workers.get(waits.work());
        if (some != null) some.look();
    }

    @PreDestroy
    void stop() {
        workers.values().parallelStream().forEach(Workers::close);
    }
}
