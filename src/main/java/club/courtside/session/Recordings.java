package club.courtside.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All recordings. */
@ApplicationScoped
@Transactional
public class Recordings {

    private final EntityManager entities;

    @Inject
    public Recordings(EntityManager entities) {
        this.entities = entities;
    }

    protected Recordings() {
        this(null);
    }

    void add(Recording recording) {
        entities.persist(recording);
        entities.flush();
    }

    public Optional<Recording> find(UUID id) {
        return Optional.ofNullable(entities.find(Recording.class, id));
    }

    /** Those that have not ended, whatever the engine knows of them. */
    public List<Recording> running() {
        return query("r.runningSession is not null").getResultList();
    }

    /** Whether at least one angle is being recorded. */
    public boolean isRunningIn(UUID sessionId) {
        return !query("r.runningSession.id = :session")
                .setParameter("session", sessionId)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** The take of which at least one angle is being recorded, with the angles that have ended. */
    public Optional<Take> runningTakeIn(UUID sessionId) {
        return latestTakeIn(sessionId).filter(take -> !take.hasEnded());
    }

    /** The session's last one, running or ended. */
    public Optional<Take> latestTakeIn(UUID sessionId) {
        List<Recording> latest = query("r.session.id = :session and r.take ="
                        + " (select max(other.take) from Recording other where other.session.id = :session)")
                .setParameter("session", sessionId)
                .getResultList();
        return latest.isEmpty() ? Optional.empty() : Optional.of(new Take(latest));
    }

    /** What somebody recorded last on a court, from its main angle. */
    public Optional<Recording> lastOf(UUID userId, UUID courtId) {
        return entities.createQuery(
                        "select r from Recording r where r.startedBy.id = :user and r.session.court.id = :court"
                                + " and r.angle = :main order by r.requestedAt desc",
                        Recording.class)
                .setParameter("user", userId)
                .setParameter("court", courtId)
                .setParameter("main", Angle.MAIN)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Those of these sessions in which something was or is recorded. */
    public Set<UUID> sessionsWithRecordings(Collection<UUID> sessionIds) {
        if (sessionIds.isEmpty()) return Set.of();
        return Set.copyOf(entities.createQuery(
                        "select distinct r.session.id from Recording r where r.session.id in :sessions", UUID.class)
                .setParameter("sessions", sessionIds)
                .getResultList());
    }

    int countIn(UUID sessionId) {
        return entities.createQuery("select count(r) from Recording r where r.session.id = :session", Long.class)
                .setParameter("session", sessionId)
                .getSingleResult()
                .intValue();
    }

    private TypedQuery<Recording> query(String condition) {
        return entities.createQuery(
                "select r from Recording r where " + condition + " order by r.position desc", Recording.class);
    }
}
