package club.courtside.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** All markers, in the order of their moments. */
@ApplicationScoped
@Transactional
public class Markers {

    private final EntityManager entities;

    @Inject
    public Markers(EntityManager entities) {
        this.entities = entities;
    }

    protected Markers() {
        this(null);
    }

    void add(Marker marker) {
        entities.persist(marker);
        entities.flush();
    }

    void remove(Marker marker) {
        entities.remove(marker);
    }

    Optional<Marker> find(UUID id) {
        return Optional.ofNullable(entities.find(Marker.class, id));
    }

    public List<Marker> ofTake(UUID sessionId, int take) {
        return entities.createQuery(
                        "select m from Marker m where m.session.id = :session and m.take = :take order by m.moment, m.id",
                        Marker.class)
                .setParameter("session", sessionId)
                .setParameter("take", take)
                .getResultList();
    }

    List<Marker> of(Video video) {
        return video.sessionId() == null ? ofVideos(Set.of(video.id())) : ofTake(video.sessionId(), video.take());
    }

    /** Of many videos at once; {@link Marker#isOf} tells them apart. */
    List<Marker> of(Collection<Video> videos) {
        Set<UUID> sessions =
                videos.stream().map(Video::sessionId).filter(Objects::nonNull).collect(Collectors.toSet());
        Set<UUID> others = videos.stream()
                .filter(video -> video.sessionId() == null)
                .map(Video::id)
                .collect(Collectors.toSet());
        List<Marker> found = new ArrayList<>(ofSessions(sessions));
        found.addAll(ofVideos(others));
        return found;
    }

    private List<Marker> ofSessions(Set<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "select m from Marker m where m.session.id in :ids order by m.moment, m.id",
                                Marker.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    private List<Marker> ofVideos(Set<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "select m from Marker m where m.video.id in :ids order by m.moment, m.id", Marker.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }
}
