package club.courtside.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All users there are. */
@ApplicationScoped
@Transactional
public class Users {

    private static final Set<UUID> NO_CLUB = Set.of(new UUID(0, 0));

    private final EntityManager entities;

    @Inject
    public Users(EntityManager entities) {
        this.entities = entities;
    }

    protected Users() {
        this(null);
    }

    public void add(User user) {
        entities.persist(user);
    }

    public Optional<User> byId(UUID id) {
        return Optional.ofNullable(entities.find(User.class, id));
    }

    /** Empty as well when the text cannot be an address. */
    public Optional<User> byEmail(String email) {
        String wanted;
        try {
            wanted = User.normalized(email);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return entities.createQuery("select u from User u where u.email = :email", User.class)
                .setParameter("email", wanted)
                .getResultStream()
                .findFirst();
    }

    public List<User> membersOf(UUID clubId) {
        return entities.createQuery(
                        "select u from User u where :club member of u.clubs order by u.displayName", User.class)
                .setParameter("club", clubId)
                .getResultList();
    }

    /** By name; those whom the caller may know of. */
    public List<User> search(Caller caller, UserQuery query, int first, int size) {
        return filled(
                        "select u from User u where ",
                        " order by lower(u.displayName), u.email",
                        User.class,
                        caller,
                        query)
                .setFirstResult(first)
                .setMaxResults(size)
                .getResultList();
    }

    public long count(Caller caller, UserQuery query) {
        return filled("select count(u) from User u where ", "", Long.class, caller, query)
                .getSingleResult();
    }

    private <T> TypedQuery<T> filled(String what, String order, Class<T> type, Caller caller, UserQuery query) {
        StringBuilder condition = new StringBuilder("u.deletedAt is null");
        if (!caller.isSuperAdmin())
            condition.append(" and exists (select 1 from User v join v.clubs c where v.id = u.id and c in :clubs)");
        if (query.clubId() != null) condition.append(" and :club member of u.clubs");
        if (query.hasText())
            condition.append(" and (lower(u.displayName) like :text escape '!' or u.email like :text escape '!')");
        TypedQuery<T> filled = entities.createQuery(what + condition + order, type);
        if (!caller.isSuperAdmin()) filled.setParameter("clubs", caller.clubs().isEmpty() ? NO_CLUB : caller.clubs());
        if (query.clubId() != null) filled.setParameter("club", query.clubId());
        if (query.hasText()) filled.setParameter("text", "%" + escaped(query.text()) + "%");
        return filled;
    }

    private static String escaped(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
    }

    /** Those who can sign in as such; nobody else changes them until this transaction ends. */
    public List<User> operatorsLocked() {
        return entities
                .createQuery("select u from User u where u.role = :role and u.enabled = true", User.class)
                .setParameter("role", Role.SUPER_ADMIN)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .filter(user -> !user.isInvited())
                .toList();
    }

    /** The same, for whoever only wants to tell them something. */
    public List<User> operators() {
        return entities.createQuery("select u from User u where u.role = :role and u.enabled = true", User.class)
                .setParameter("role", Role.SUPER_ADMIN)
                .getResultStream()
                .filter(user -> !user.isInvited())
                .toList();
    }

    /** Whoever of them has been here longest. */
    public Optional<User> firstOperator() {
        return entities.createQuery(
                        "select u from User u where u.role = :role and u.enabled = true order by u.createdAt, u.email",
                        User.class)
                .setParameter("role", Role.SUPER_ADMIN)
                .getResultStream()
                .filter(user -> !user.isInvited())
                .findFirst();
    }

    public boolean isEmpty() {
        return entities.createQuery("select count(u) from User u", Long.class).getSingleResult() == 0;
    }
}
