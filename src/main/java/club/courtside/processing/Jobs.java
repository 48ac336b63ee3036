package club.courtside.processing;

import club.courtside.library.WorkOnVideos;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** All jobs there are and were. */
@ApplicationScoped
@Transactional
public class Jobs extends WorkOnVideos<Job> {

    @Inject
    public Jobs(EntityManager entities) {
        super(entities, Job.class, "kind");
    }

    protected Jobs() {
        this(null);
    }
}
