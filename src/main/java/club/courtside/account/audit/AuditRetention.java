package club.courtside.account.audit;

import club.courtside.platform.CurrentSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Lets go of entries that are older than the setting allows: who watched what is nobody's business for ever. */
@ApplicationScoped
@Transactional
public class AuditRetention {

    /** So many in one transaction, that nobody who is told of meanwhile waits for long. */
    static final int AT_ONCE = 1000;

    private final EntityManager entities;
    private final CurrentSettings settings;
    private final Clock clock;

    @Inject
    public AuditRetention(EntityManager entities, CurrentSettings settings, Clock clock) {
        this.entities = entities;
        this.settings = settings;
        this.clock = clock;
    }

    protected AuditRetention() {
        this(null, null, null);
    }

    /**
     * The oldest of them.
     *
     * @return how many went; when it is {@link #AT_ONCE}, there may be more
     */
    public int removeSome() {
        int days = settings.auditDays();
        if (days == 0) return 0;
        List<UUID> over = entities.createQuery(
                        "select e.id from AuditEntry e where e.at < :before order by e.at", UUID.class)
                .setParameter("before", clock.instant().minus(Duration.ofDays(days)))
                .setMaxResults(AT_ONCE)
                .getResultList();
        if (over.isEmpty()) return 0;
        return entities.createQuery("delete from AuditEntry e where e.id in :ids")
                .setParameter("ids", over)
                .executeUpdate();
    }
}
