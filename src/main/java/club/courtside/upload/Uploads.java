package club.courtside.upload;

import club.courtside.library.VideoStatus;
import club.courtside.library.WorkOnVideos;
import club.courtside.platform.queue.WorkState;
import club.courtside.upload.target.TargetKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** All uploads there are and were. */
@ApplicationScoped
@Transactional
public class Uploads extends WorkOnVideos<Upload> {

    private static final int MOST_AT_ONCE = 500;

    private final EntityManager entities;

    @Inject
    public Uploads(EntityManager entities) {
        super(entities, Upload.class, "target");
        this.entities = entities;
    }

    protected Uploads() {
        this(null);
    }

    /** What the bucket has of a video, as it said; the newest. */
    Optional<Upload> inBucket(UUID videoId) {
        return of(videoId).stream()
                .filter(upload -> upload.target() == TargetKind.BUCKET && upload.isDone())
                .reduce((older, newer) -> newer);
    }

    /** All objects that the bucket has got of a video: one that was sent again under another name is there twice. */
    Set<String> objectsOf(UUID videoId) {
        return of(videoId).stream()
                .filter(upload -> upload.target() == TargetKind.BUCKET && upload.remoteId() != null)
                .map(Upload::remoteId)
                .collect(Collectors.toSet());
    }

    /** Those that have brought a video of before that moment into the bucket, whose file is here as well. */
    List<Upload> doubledBefore(Instant moment) {
        return entities.createQuery(
                        "select u from Upload u join fetch u.video v where u.target = :bucket and u.work.state = :done"
                                + " and v.away = false and v.deletedAt is null and v.status = :ready"
                                + " and v.createdAt < :moment order by v.createdAt",
                        Upload.class)
                .setParameter("bucket", TargetKind.BUCKET)
                .setParameter("done", WorkState.DONE)
                .setParameter("ready", VideoStatus.READY)
                .setParameter("moment", moment)
                .setMaxResults(MOST_AT_ONCE)
                .getResultList();
    }
}
