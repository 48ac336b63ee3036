package club.courtside.account.audit;

import club.courtside.account.Caller;
import club.courtside.account.Role;
import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The audit log as its readers may see it: the operator all of it, staff what concerns their own clubs. */
@ApplicationScoped
@Transactional
public class AuditLog {

    private final EntityManager entities;

    @Inject
    public AuditLog(EntityManager entities) {
        this.entities = entities;
    }

    protected AuditLog() {
        this(null);
    }

    /**
     * The newest first.
     *
     * @throws ProblemException 403 for players, 404 for a club that one may not know of
     */
    public List<AuditLine> search(Caller caller, AuditQuery query, int first, int size) {
        return filled("select e from AuditEntry e", " order by e.at desc, e.id", AuditEntry.class, caller, query)
                .setFirstResult(first)
                .setMaxResults(size)
                .getResultStream()
                .map(AuditLine::of)
                .toList();
    }

    /** @throws ProblemException as above */
    public long count(Caller caller, AuditQuery query) {
        return filled("select count(e) from AuditEntry e", "", Long.class, caller, query)
                .getSingleResult();
    }

    private <T> TypedQuery<T> filled(String what, String order, Class<T> type, Caller caller, AuditQuery query) {
        Map<String, Object> values = new LinkedHashMap<>();
        String conditions = String.join(" and ", conditions(caller, query, values));
        TypedQuery<T> filled =
                entities.createQuery(what + (conditions.isEmpty() ? "" : " where " + conditions) + order, type);
        values.forEach(filled::setParameter);
        return filled;
    }

    private static List<String> conditions(Caller caller, AuditQuery query, Map<String, Object> values) {
        if (caller.role() == Role.PLAYER) throw ProblemException.forbidden("the audit log is for administrators");
        if (query.clubId() != null && !caller.isAdminOf(query.clubId()))
            throw ProblemException.notFound("there is no such club");
        Map<String, String> conditions = new LinkedHashMap<>();
        if (query.clubId() != null) values.put("clubs", Set.of(query.clubId().toString()));
        else if (!caller.isSuperAdmin()) values.put("clubs", texts(caller.clubs()));
        if (query.userId() != null) values.put("user", query.userId().toString());
        if (query.hasText()) values.put("text", "%" + escaped(query.text()) + "%");
        if (query.action() != null) values.put("action", query.action());
        if (query.from() != null) values.put("from", query.from());
        if (query.to() != null) values.put("to", query.to());
        conditions.put("clubs", "e.clubId in :clubs");
        conditions.put("user", "(e.whoId = :user or e.subjectId = :user)");
        conditions.put("text", "(lower(e.whoName) like :text escape '!' or lower(e.subject) like :text escape '!')");
        conditions.put("action", "e.action = :action");
        conditions.put("from", "e.at >= :from");
        conditions.put("to", "e.at < :to");
        return values.keySet().stream().map(conditions::get).toList();
    }

    private static String escaped(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
    }

    /** Not even nothing may be empty in a query. */
    private static Set<String> texts(Set<UUID> clubs) {
        return clubs.isEmpty()
                ? Set.of("none")
                : clubs.stream().map(UUID::toString).collect(Collectors.toSet());
    }
}
