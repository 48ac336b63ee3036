package club.courtside.upload;

import club.courtside.platform.queue.Recovery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
public class UploadRecovery implements Recovery {

    private final UploadLedger ledger;

    @Inject
    public UploadRecovery(UploadLedger ledger) {
        this.ledger = ledger;
    }

    protected UploadRecovery() {
        this(null);
    }

    @Override
    public String work() {
        return UploadWork.NAME;
    }

    @Override
    public List<UUID> recover(Instant before) {
        return ledger.recover(before);
    }
}
