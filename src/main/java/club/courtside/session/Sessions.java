package club.courtside.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All sessions. */
@ApplicationScoped
@Transactional
public class Sessions {

    private final EntityManager entities;

    @Inject
    public Sessions(EntityManager entities) {
        this.entities = entities;
    }

    protected Sessions() {
        this(null);
    }

    void add(Session session) {
        entities.persist(session);
        entities.flush();
    }

    public Optional<Session> find(UUID id) {
        return Optional.ofNullable(entities.find(Session.class, id));
    }

    /** Nobody else changes it, or its recordings, until this transaction ends. */
    Optional<Session> findLocked(UUID id) {
        return Optional.ofNullable(entities.find(Session.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Newest first. */
    public List<Session> open() {
        return openOnes("").getResultList();
    }

    public List<Session> openInClubs(Collection<UUID> clubs) {
        return clubs.isEmpty()
                ? List.of()
                : openOnes("and s.club.id in :clubs")
                        .setParameter("clubs", clubs)
                        .getResultList();
    }

    public Optional<Session> openOnCamera(UUID cameraId) {
        return openOnes("and s.openCamera.id = :camera")
                .setParameter("camera", cameraId)
                .getResultStream()
                .findFirst();
    }

    Optional<Session> openOnUrl(UUID clubId, String url) {
        return openOnes("and s.club.id = :club and s.trialCamera.url = :url")
                .setParameter("club", clubId)
                .setParameter("url", url)
                .getResultStream()
                .findFirst();
    }

    /** The newest when several cameras of the court are in use. */
    public Optional<Session> openOnCourt(UUID courtId) {
        return openOnes("and s.court.id = :court")
                .setParameter("court", courtId)
                .getResultStream()
                .findFirst();
    }

    public long countOpen() {
        return entities.createQuery("select count(s) from Session s where s.closedAt is null", Long.class)
                .getSingleResult();
    }

    private TypedQuery<Session> openOnes(String more) {
        return entities.createQuery(
                "select s from Session s where s.closedAt is null " + more + " order by s.openedAt desc",
                Session.class);
    }
}
