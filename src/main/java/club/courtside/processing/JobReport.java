package club.courtside.processing;

import club.courtside.platform.queue.QueueReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** How many jobs there are of each kind and state. */
@ApplicationScoped
@Transactional
public class JobReport implements QueueReport {

    private final EntityManager entities;

    @Inject
    public JobReport(EntityManager entities) {
        this.entities = entities;
    }

    protected JobReport() {
        this(null);
    }

    @Override
    public List<Line> lines() {
        return entities.createQuery(
                        "select j.kind, j.state, count(j), min(j.createdAt) from Job j where j.video.deletedAt is null"
                                + " group by j.kind, j.state",
                        Object[].class)
                .getResultStream()
                .map(JobReport::line)
                .toList();
    }

    private static Line line(Object[] row) {
        JobState state = (JobState) row[1];
        return new Line(
                JobWork.NAME,
                word(row[0]),
                word(state),
                ((Number) row[2]).longValue(),
                state.isOver() ? null : (Instant) row[3]);
    }

    private static String word(Object name) {
        return name.toString().toLowerCase(Locale.ROOT);
    }
}
