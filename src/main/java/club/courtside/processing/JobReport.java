package club.courtside.processing;

import club.courtside.platform.queue.QueueReport;
import club.courtside.platform.queue.WorkState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

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
        return lines(entities.createQuery(question(""), Object[].class));
    }

    @Override
    public List<Line> lines(Set<UUID> clubs) {
        if (clubs.isEmpty()) return List.of();
        return lines(entities.createQuery(question("and j.video.club.id in :clubs "), Object[].class)
                .setParameter("clubs", clubs));
    }

    private static String question(String condition) {
        return "select j.kind, j.work.state, count(j), min(j.work.createdAt) from Job j where j.video.deletedAt is null "
                + condition + "group by j.kind, j.work.state";
    }

    private static List<Line> lines(TypedQuery<Object[]> rows) {
        return rows.getResultStream().map(JobReport::line).toList();
    }

    private static Line line(Object[] row) {
        WorkState state = (WorkState) row[1];
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
