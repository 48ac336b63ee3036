package club.courtside.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
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

    public Optional<Recording> runningIn(UUID sessionId) {
        return query("r.runningSession.id = :session")
                .setParameter("session", sessionId)
                .getResultStream()
                .findFirst();
    }

    /** The session's last one, running or ended. */
    public Optional<Recording> latestIn(UUID sessionId) {
        return query("r.session.id = :session")
                .setParameter("session", sessionId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
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
