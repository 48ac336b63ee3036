package club.courtside.library;

import club.courtside.court.RenditionFormat;
import club.courtside.engine.api.MediaInfo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The converted copies of videos. */
@ApplicationScoped
@Transactional
public class Renditions {

    private final EntityManager entities;

    @Inject
    public Renditions(EntityManager entities) {
        this.entities = entities;
    }

    protected Renditions() {
        this(null);
    }

    /** The first ones first. */
    List<Rendition> of(Collection<Video> videos) {
        if (videos.isEmpty()) return List.of();
        return entities.createQuery(
                        "select r from Rendition r where r.video in :videos order by r.createdAt", Rendition.class)
                .setParameter("videos", videos)
                .getResultList();
    }

    Optional<Rendition> of(Video video, RenditionFormat format) {
        return of(List.of(video)).stream()
                .filter(rendition -> rendition.format() == format)
                .findFirst();
    }

    public boolean hasAny(Video video) {
        return !of(List.of(video)).isEmpty();
    }

    /** A new one in the place of one of the same format. */
    public void put(Video video, RenditionFormat format, MediaInfo found, String fingerprint, Instant at) {
        Rendition rendition = of(video, format).orElseGet(() -> new Rendition(video, format));
        rendition.made(found, fingerprint, at);
        entities.persist(rendition);
    }
}
