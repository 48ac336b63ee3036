package club.courtside.processing;

import club.courtside.platform.queue.Recovery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
public class JobRecovery implements Recovery {

    private final JobLedger ledger;

    @Inject
    public JobRecovery(JobLedger ledger) {
        this.ledger = ledger;
    }

    protected JobRecovery() {
        this(null);
    }

    @Override
    public String work() {
        return JobWork.NAME;
    }

    @Override
    public List<UUID> recover(Instant before) {
        return ledger.recover(before);
    }
}
