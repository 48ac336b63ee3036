package club.courtside.account.audit;

import club.courtside.account.Caller;
import club.courtside.platform.LiveUpdate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;

/**
 * Writes down who did what. Whoever changes something calls it in the same transaction, so that nothing is told that was
 * rolled back, and nothing happens untold.
 */
@ApplicationScoped
@Transactional
public class Audit {

    private static final Duration ONE_VIEWING = Duration.ofHours(1);

    private final EntityManager entities;
    private final Clock clock;
    private final Event<LiveUpdate> updates;

    @Inject
    public Audit(EntityManager entities, Clock clock, Event<LiveUpdate> updates) {
        this.entities = entities;
        this.clock = clock;
        this.updates = updates;
    }

    protected Audit() {
        this(null, null, null);
    }

    /**
     * @param clubId whose club it concerns; null for none
     * @param subjectId what it was done to
     * @param subject what that was called at the time
     */
    public void tells(Caller who, AuditAction action, UUID clubId, UUID subjectId, String subject) {
        tells(who, action, clubId, subjectId, subject, null);
    }

    /** @param detail further words, such as a new name; null for none */
    public void tells(Caller who, AuditAction action, UUID clubId, UUID subjectId, String subject, String detail) {
        AuditEntry entry = new AuditEntry(clock.instant(), who, action, clubId);
        entry.about(subjectId, subject, detail);
        entities.persist(entry);
        if (clubId != null) updates.fire(new LiveUpdate("audit_changed", clubId, who.id(), Map.of()));
    }

    /** What concerns somebody is told in each of their clubs, because each has its own readers. */
    public void tells(
            Caller who, AuditAction action, Collection<UUID> clubs, UUID subjectId, String subject, String detail) {
        for (UUID club : clubs.isEmpty() ? Collections.<UUID>singleton(null) : clubs)
            tells(who, action, club, subjectId, subject, detail);
    }

    /**
     * Who watches asks for a file many times; that is told once an hour.
     *
     * @return false when it stands there already
     */
    public boolean tellsOnceAnHour(Caller who, AuditAction action, UUID clubId, UUID subjectId, String subject) {
        long told = entities.createQuery(
                        "select count(e) from AuditEntry e where e.whoId = :who and e.at > :since"
                                + " and e.action = :action and e.subjectId = :subject",
                        Long.class)
                .setParameter("who", who.id().toString())
                .setParameter("since", clock.instant().minus(ONE_VIEWING))
                .setParameter("action", action)
                .setParameter("subject", subjectId.toString())
                .getSingleResult();
        if (told > 0) return false;
        tells(who, action, clubId, subjectId, subject);
        return true;
    }

    /** The same of somebody who is not signed in, and of whom there may be no user. */
    public void tellsOfStranger(String email, String address, AuditAction action, Collection<UUID> clubs) {
        for (UUID club : clubs.isEmpty() ? Collections.<UUID>singleton(null) : clubs)
            entities.persist(new AuditEntry(clock.instant(), email, address, action, club));
    }
}
