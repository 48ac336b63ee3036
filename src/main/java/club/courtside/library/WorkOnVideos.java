package club.courtside.library;

import club.courtside.account.Caller;
import club.courtside.account.Role;
import club.courtside.platform.queue.QueueReport;
import club.courtside.platform.queue.WorkState;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * All pieces of work of one kind: entities with a {@code video}, and a {@link
 * club.courtside.platform.queue.WorkProgress} called {@code work}.
 *
 * @param <E> the entity
 */
@Transactional
public abstract class WorkOnVideos<E> {

    private static final Set<WorkState> UNDER_WAY = EnumSet.of(WorkState.RUNNING, WorkState.QUEUED, WorkState.WAITING);

    private final EntityManager entities;
    private final Class<E> type;
    private final String kind;

    /** @param kind name of its attribute that tells apart what came at the same time */
    protected WorkOnVideos(EntityManager entities, Class<E> type, String kind) {
        this.entities = entities;
        this.type = type;
        this.kind = kind;
    }

    public void add(E piece) {
        entities.persist(piece);
    }

    public Optional<E> find(UUID id) {
        return Optional.ofNullable(entities.find(type, id));
    }

    /** The first ones first. */
    public List<E> of(Collection<UUID> videoIds) {
        if (videoIds.isEmpty()) return List.of();
        return query("select w from Work w where w.video.id in :videos order by w.work.createdAt, w.kind", type)
                .setParameter("videos", videoIds)
                .getResultList();
    }

    public List<E> of(UUID videoId) {
        return of(Set.of(videoId));
    }

    /** Whatever is not over, the oldest first. */
    public List<E> underWay() {
        return query("select w from Work w where w.work.state in :states order by w.work.createdAt", type)
                .setParameter("states", UNDER_WAY)
                .getResultList();
    }

    /**
     * Those that the caller may see: what is under way first, then the newest.
     *
     * @param states none: any
     */
    public List<E> search(Caller caller, Set<WorkState> states, int first, int size) {
        return filled(
                        "select w from Work w join fetch w.video v where " + condition(caller)
                                + " order by case when w.work.endedAt is null then 0 else 1 end, w.work.createdAt desc,"
                                + " w.kind",
                        type,
                        caller,
                        states)
                .setFirstResult(first)
                .setMaxResults(size)
                .getResultList();
    }

    public long count(Caller caller, Set<WorkState> states) {
        return filled(
                        "select count(w) from Work w join w.video v where " + condition(caller),
                        Long.class,
                        caller,
                        states)
                .getSingleResult();
    }

    /**
     * How many there are of each kind and state.
     *
     * @param work name of the queue
     * @param clubs whose; null for all
     */
    public List<QueueReport.Line> lines(String work, Set<UUID> clubs) {
        if (clubs != null && clubs.isEmpty()) return List.of();
        return report("select w.kind, w.work.state, count(w)", "group by w.kind, w.work.state", Object[].class, clubs)
                .getResultStream()
                .map(row -> new QueueReport.Line(
                        work, word(row[0]), word(row[1]), ((Number) row[2]).longValue(), oldest(row[0], row[1], clubs)))
                .toList();
    }

    /** When the first of those under way came. (EclipseLink cannot read a min() of times on every database.) */
    private Instant oldest(Object kind, Object state, Set<UUID> clubs) {
        if (!UNDER_WAY.contains(state)) return null;
        return report(
                        "select w.work.createdAt",
                        "and w.kind = :kind and w.work.state = :state order by w.work.createdAt",
                        Instant.class,
                        clubs)
                .setParameter("kind", kind)
                .setParameter("state", state)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    private <T> TypedQuery<T> report(String what, String rest, Class<T> row, Set<UUID> clubs) {
        TypedQuery<T> rows = query(
                what + " from Work w where w.video.deletedAt is null "
                        + (clubs == null ? "" : "and w.video.club.id in :clubs ") + rest,
                row);
        if (clubs != null) rows.setParameter("clubs", clubs);
        return rows;
    }

    private static String word(Object name) {
        return ((Enum<?>) name).name().toLowerCase(Locale.ROOT);
    }

    private static String condition(Caller caller) {
        String whose = caller.isSuperAdmin()
                ? "1 = 1"
                : caller.role() == Role.CLUB_ADMIN ? "v.club.id in :clubs" : "v.club.id in :clubs and v.owner.id = :me";
        return whose + " and v.deletedAt is null and w.work.state in :states";
    }

    private <T> TypedQuery<T> filled(String jpql, Class<T> result, Caller caller, Set<WorkState> states) {
        TypedQuery<T> query =
                query(jpql, result).setParameter("states", states.isEmpty() ? EnumSet.allOf(WorkState.class) : states);
        // A list without anything is none in SQL.
        if (!caller.isSuperAdmin())
            query.setParameter("clubs", caller.clubs().isEmpty() ? Set.of(new UUID(0, 0)) : caller.clubs());
        if (caller.role() == Role.PLAYER) query.setParameter("me", caller.id());
        return query;
    }

    private <T> TypedQuery<T> query(String jpql, Class<T> result) {
        return entities.createQuery(
                jpql.replace(" Work ", " " + type.getSimpleName() + " ").replace("w.kind", "w." + kind), result);
    }
}
