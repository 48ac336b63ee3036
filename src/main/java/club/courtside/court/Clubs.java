package club.courtside.court;

import club.courtside.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All clubs there are; one that was deleted is none. */
@ApplicationScoped
@Transactional
public class Clubs {

    private final EntityManager entities;

    @Inject
    public Clubs(EntityManager entities) {
        this.entities = entities;
    }

    protected Clubs() {
        this(null);
    }

    public void add(Club club) {
        entities.persist(club);
    }

    public Optional<Club> byId(UUID id) {
        return Optional.ofNullable(entities.find(Club.class, id)).filter(club -> !club.isRemoved());
    }

    public Optional<Club> byIdOrSlug(String idOrSlug) {
        return Ids.parse(idOrSlug).flatMap(this::byId).or(() -> bySlug(idOrSlug));
    }

    private Optional<Club> bySlug(String slug) {
        return entities.createQuery("select c from Club c where c.slug = :slug and c.removedAt is null", Club.class)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst();
    }

    public List<Club> all() {
        return entities.createQuery("select c from Club c where c.removedAt is null order by c.name", Club.class)
                .getResultList();
    }
}
