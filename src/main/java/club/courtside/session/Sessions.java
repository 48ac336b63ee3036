package club.courtside.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All sessions. */
@ApplicationScoped
@Transactional
public class Sessions {

    /** Of the open sessions of one court. */
    public static final Comparator<Session> MAIN_CAMERA_FIRST =
            Comparator.comparing(session -> !session.camera().isMain());

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
        return openOnes("and exists (select a from Angle a where a.session = s and a.openCamera.id = :camera)")
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

    /** That with the court's main camera first: others may have opened single cameras of the court. */
    public List<Session> openOnCourt(UUID courtId) {
        return openOnes("and s.court.id = :court")
                .setParameter("court", courtId)
                .getResultStream()
                .sorted(MAIN_CAMERA_FIRST)
                .toList();
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
