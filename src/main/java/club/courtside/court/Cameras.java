package club.courtside.court;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All cameras there are; a court's main one comes first. Those that were removed are known to their recordings only. */
@ApplicationScoped
@Transactional
public class Cameras {

    private final EntityManager entities;

    @Inject
    public Cameras(EntityManager entities) {
        this.entities = entities;
    }

    protected Cameras() {
        this(null);
    }

    public void add(Camera camera) {
        entities.persist(camera);
    }

    public Optional<Camera> byId(UUID id) {
        return Optional.ofNullable(entities.find(Camera.class, id)).filter(camera -> !camera.isRemoved());
    }

    /** Nobody else removes it, or opens a session on it, until this transaction ends. */
    public Optional<Camera> byIdLocked(UUID id) {
        return Optional.ofNullable(entities.find(Camera.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(camera -> !camera.isRemoved());
    }

    public List<Camera> ofCourt(UUID courtId) {
        return entities.createQuery(
                        "select c from Camera c where c.court.id = :court and c.removedAt is null"
                                + " order by c.main desc, c.name",
                        Camera.class)
                .setParameter("court", courtId)
                .getResultList();
    }

    public Optional<Camera> mainOf(UUID courtId) {
        return ofCourt(courtId).stream().findFirst();
    }

    /** Those of which the engine knows nothing. */
    public List<Camera> recordingThemselves() {
        return entities.createQuery(
                        "select c from Camera c where c.removedAt is null and c.url like 'obs:%'", Camera.class)
                .getResultList();
    }

    public List<Camera> all() {
        return entities.createQuery(
                        "select c from Camera c where c.removedAt is null order by c.main desc, c.name", Camera.class)
                .getResultList();
    }
}
