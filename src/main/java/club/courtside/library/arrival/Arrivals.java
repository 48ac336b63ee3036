package club.courtside.library.arrival;

import club.courtside.account.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All files on their way into the library, and for a while those that were. */
@ApplicationScoped
@Transactional
public class Arrivals {

    private static final int MOST_LISTED = 200;

    private final EntityManager entities;

    @Inject
    public Arrivals(EntityManager entities) {
        this.entities = entities;
    }

    protected Arrivals() {
        this(null);
    }

    void add(Arrival arrival) {
        entities.persist(arrival);
    }

    void remove(Arrival arrival) {
        entities.remove(arrival);
    }

    Optional<Arrival> find(UUID id) {
        return Optional.ofNullable(entities.find(Arrival.class, id));
    }

    /** The newest first. */
    List<Arrival> of(Caller caller) {
        if (caller.isProgram()) return ofPrograms();
        return entities.createQuery(
                        "select a from Arrival a where a.user.id = :user order by a.createdAt desc, a.id",
                        Arrival.class)
                .setParameter("user", caller.id())
                .setMaxResults(MOST_LISTED)
                .getResultList();
    }

    private List<Arrival> ofPrograms() {
        return entities.createQuery(
                        "select a from Arrival a where a.user is null order by a.createdAt desc, a.id", Arrival.class)
                .setMaxResults(MOST_LISTED)
                .getResultList();
    }

    /** The oldest first. */
    List<Arrival> in(ArrivalState state) {
        return entities.createQuery(
                        "select a from Arrival a where a.state = :state order by a.createdAt, a.id", Arrival.class)
                .setParameter("state", state)
                .getResultList();
    }

    List<Arrival> all() {
        return entities.createQuery("select a from Arrival a", Arrival.class).getResultList();
    }
}
