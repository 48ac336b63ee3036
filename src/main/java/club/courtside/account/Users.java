package club.courtside.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All users there are. */
@ApplicationScoped
@Transactional
public class Users {

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

    public boolean isEmpty() {
        return entities.createQuery("select count(u) from User u", Long.class).getSingleResult() == 0;
    }
}
