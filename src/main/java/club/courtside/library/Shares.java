package club.courtside.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All shares. */
@ApplicationScoped
@Transactional
public class Shares {

    private final EntityManager entities;

    @Inject
    public Shares(EntityManager entities) {
        this.entities = entities;
    }

    protected Shares() {
        this(null);
    }

    void add(Share share) {
        entities.persist(share);
        entities.flush();
    }

    void remove(Share share) {
        entities.remove(share);
    }

    Optional<Share> find(UUID id) {
        return Optional.ofNullable(entities.find(Share.class, id));
    }

    /** Those with players first, then in the order they were given. */
    List<Share> of(UUID videoId) {
        return entities.createQuery(
                        "select s from Share s left join fetch s.player where s.video.id = :video"
                                + " order by s.createdAt, s.id",
                        Share.class)
                .setParameter("video", videoId)
                .getResultStream()
                .sorted((one, other) -> Boolean.compare(one.isLink(), other.isLink()))
                .toList();
    }

    /** The videos that were shared with a player. */
    Set<UUID> with(UUID playerId) {
        return Set.copyOf(entities.createQuery("select s.video.id from Share s where s.player.id = :player", UUID.class)
                .setParameter("player", playerId)
                .getResultList());
    }

    Optional<Share> with(UUID playerId, UUID videoId) {
        return entities.createQuery(
                        "select s from Share s where s.player.id = :player and s.video.id = :video", Share.class)
                .setParameter("player", playerId)
                .setParameter("video", videoId)
                .getResultStream()
                .findFirst();
    }
}
