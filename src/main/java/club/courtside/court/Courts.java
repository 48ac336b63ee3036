package club.courtside.court;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All courts there are, in the order of the wall. Those that were removed are known to their recordings only. */
@ApplicationScoped
@Transactional
public class Courts {

    private final EntityManager entities;

    @Inject
    public Courts(EntityManager entities) {
        this.entities = entities;
    }

    protected Courts() {
        this(null);
    }

    public void add(Court court) {
        entities.persist(court);
    }

    public Optional<Court> byId(UUID id) {
        return Optional.ofNullable(entities.find(Court.class, id)).filter(court -> !court.isRemoved());
    }

    /** Several clubs may have a court of that short name. */
    public List<Court> bySlug(String slug) {
        return entities.createQuery(
                        "select c from Court c where c.slug = :slug and c.removedAt is null order by c.club.name",
                        Court.class)
                .setParameter("slug", slug)
                .getResultList();
    }

    public List<Court> ofClub(UUID clubId) {
        return entities.createQuery(
                        "select c from Court c where c.club.id = :club and c.removedAt is null order by c.position, c.name",
                        Court.class)
                .setParameter("club", clubId)
                .getResultList();
    }

    public List<Court> all() {
        return entities.createQuery(
                        "select c from Court c where c.removedAt is null order by c.club.name, c.position, c.name",
                        Court.class)
                .getResultList();
    }
}
