package club.courtside.upload;

import club.courtside.library.WorkOnVideos;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** All uploads there are and were. */
@ApplicationScoped
@Transactional
public class Uploads extends WorkOnVideos<Upload> {

    @Inject
    public Uploads(EntityManager entities) {
        super(entities, Upload.class, "target");
    }

    protected Uploads() {
        this(null);
    }
}
