package club.courtside.processing.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** All tasks there are and were. */
@ApplicationScoped
@Transactional
public class ProcessingTasks {

    private final EntityManager entities;

    @Inject
    public ProcessingTasks(EntityManager entities) {
        this.entities = entities;
    }

    protected ProcessingTasks() {
        this(null);
    }

    /** Two with one key fail here, and not later. */
    void add(ProcessingTask task) {
        entities.persist(task);
        entities.flush();
    }

    /** Its key is free before this returns. */
    void freeKeyOf(ProcessingTask task) {
        task.leavesKey();
        entities.flush();
    }

    Optional<ProcessingTask> find(UUID id) {
        return Optional.ofNullable(entities.find(ProcessingTask.class, id));
    }

    Optional<ProcessingTask> byKey(String key) {
        return entities.createQuery("select t from ProcessingTask t where t.key = :key", ProcessingTask.class)
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }
}
