package club.courtside.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All shares. */
@ApplicationScoped
@Transactional
public class Shares {

    private static final UUID NO_SESSION = new UUID(0, 0);

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
    List<Share> of(Video video) {
        return covering(video, "", Share.class, "s")
                .getResultStream()
                .sorted(Comparator.comparing(Share::isLink)
                        .thenComparing(Share::createdAt)
                        .thenComparing(Share::id))
                .toList();
    }

    /** With whom it was shared. */
    Set<UUID> players(Video video) {
        return Set.copyOf(covering(video, " and s.player is not null", UUID.class, "s.player.id")
                .getResultList());
    }

    Optional<Share> with(UUID playerId, Video video) {
        return covering(video, " and s.player.id = :player", Share.class, "s")
                .setParameter("player", playerId)
                .getResultStream()
                .findFirst();
    }

    /** A video that was shared with a player or by a link brings the other angles of its match with it. */
    private <T> TypedQuery<T> covering(Video video, String condition, Class<T> type, String wanted) {
        return entities.createQuery(
                        "select " + wanted
                                + " from Share s where (s.video.id = :video or s.video.session.id = :session and"
                                + " s.video.take = :take)" + condition,
                        type)
                .setParameter("video", video.id())
                .setParameter(
                        "session",
                        video.session() == null ? NO_SESSION : video.session().id())
                .setParameter("take", video.take());
    }
}
