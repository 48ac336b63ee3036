package club.courtside.processing;

import club.courtside.account.Caller;
import club.courtside.account.Role;
import club.courtside.platform.queue.WorkState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All jobs there are and were. */
@ApplicationScoped
@Transactional
public class Jobs {

    private static final Set<WorkState> UNDER_WAY = EnumSet.of(WorkState.RUNNING, WorkState.QUEUED, WorkState.WAITING);

    private final EntityManager entities;

    @Inject
    public Jobs(EntityManager entities) {
        this.entities = entities;
    }

    protected Jobs() {
        this(null);
    }

    void add(Job job) {
        entities.persist(job);
    }

    Optional<Job> find(UUID id) {
        return Optional.ofNullable(entities.find(Job.class, id));
    }

    List<Job> of(UUID videoId) {
        return entities.createQuery(
                        "select j from Job j where j.video.id = :video order by j.work.createdAt, j.kind", Job.class)
                .setParameter("video", videoId)
                .getResultList();
    }

    List<Job> underWay() {
        return entities.createQuery(
                        "select j from Job j where j.work.state in :states order by j.work.createdAt", Job.class)
                .setParameter("states", UNDER_WAY)
                .getResultList();
    }

    /** Those that the caller may see: what is under way first, then the newest. */
    List<Job> search(Caller caller, Set<WorkState> states, int first, int size) {
        return filled(
                        "select j from Job j join fetch j.video v where " + condition(caller)
                                + " order by case when j.work.endedAt is null then 0 else 1 end, j.work.createdAt desc, j.kind",
                        Job.class,
                        caller,
                        states)
                .setFirstResult(first)
                .setMaxResults(size)
                .getResultList();
    }

    long count(Caller caller, Set<WorkState> states) {
        return filled(
                        "select count(j) from Job j join j.video v where " + condition(caller),
                        Long.class,
                        caller,
                        states)
                .getSingleResult();
    }

    private static String condition(Caller caller) {
        String whose = caller.isSuperAdmin()
                ? "1 = 1"
                : caller.role() == Role.CLUB_ADMIN ? "v.club.id in :clubs" : "v.club.id in :clubs and v.owner.id = :me";
        return whose + " and v.deletedAt is null and j.work.state in :states";
    }

    private <T> TypedQuery<T> filled(String jpql, Class<T> type, Caller caller, Set<WorkState> states) {
        TypedQuery<T> query = entities.createQuery(jpql, type)
                .setParameter("states", states.isEmpty() ? EnumSet.allOf(WorkState.class) : states);
        // A list without anything is none in SQL.
        if (!caller.isSuperAdmin())
            query.setParameter("clubs", caller.clubs().isEmpty() ? Set.of(new UUID(0, 0)) : caller.clubs());
        if (caller.role() == Role.PLAYER) query.setParameter("me", caller.id());
        return query;
    }
}
