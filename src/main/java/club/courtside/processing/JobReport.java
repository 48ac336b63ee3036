package club.courtside.processing;

import club.courtside.platform.queue.QueueReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** How many jobs there are of each kind and state. */
@ApplicationScoped
public class JobReport implements QueueReport {

    private final Jobs jobs;

    @Inject
    public JobReport(Jobs jobs) {
        this.jobs = jobs;
    }

    protected JobReport() {
        this(null);
    }

    @Override
    public List<Line> lines() {
        return jobs.lines(JobWork.NAME, null);
    }

    @Override
    public List<Line> lines(Set<UUID> clubs) {
        return jobs.lines(JobWork.NAME, clubs);
    }
}
