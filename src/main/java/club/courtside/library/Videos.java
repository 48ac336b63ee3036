package club.courtside.library;

import club.courtside.account.Caller;
import club.courtside.account.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All videos; searched and paged in the database. */
@ApplicationScoped
@Transactional
public class Videos {

    private static final int MOST_THUMBNAIL_ATTEMPTS = 8;

    private final EntityManager entities;

    @Inject
    public Videos(EntityManager entities) {
        this.entities = entities;
    }

    protected Videos() {
        this(null);
    }

    void add(Video video) {
        entities.persist(video);
    }

    void remove(Video video) {
        entities.remove(video);
    }

    /** Not one that is being deleted. */
    public Optional<Video> find(UUID id) {
        return known(id).filter(video -> !video.isDeleted());
    }

    /** Also one that is being deleted. */
    Optional<Video> known(UUID id) {
        return Optional.ofNullable(entities.find(Video.class, id));
    }

    /**
     * Those of a club that retention removes: what came into the library before a moment, and what failed before another;
     * neither what is to be kept nor what still records.
     */
    List<UUID> outlived(UUID clubId, Instant cameBefore, Instant failedBefore) {
        // Uploads join here (REC-9): a video whose upload is queued, running or waiting is not removed either.
        return entities.createQuery(
                        "select v.id from Video v where v.club.id = :club and v.keep = false and v.deletedAt is null"
                                + " and v.status <> :recording and (v.createdAt < :came"
                                + " or (v.status = :failed and v.reason is null and v.createdAt < :failedBefore))",
                        UUID.class)
                .setParameter("club", clubId)
                .setParameter("recording", VideoStatus.RECORDING)
                .setParameter("failed", VideoStatus.FAILED)
                .setParameter("came", cameBefore)
                .setParameter("failedBefore", failedBefore)
                .getResultList();
    }

    Optional<Video> withFile(String file) {
        return entities.createQuery("select v from Video v where v.file = :file", Video.class)
                .setParameter("file", file)
                .getResultStream()
                .findFirst();
    }

    public List<Video> inSession(UUID sessionId) {
        return inSessions(Set.of(sessionId));
    }

    /** The main angles first. */
    List<Video> inSessions(Set<UUID> sessionIds) {
        if (sessionIds.isEmpty()) return List.of();
        return entities.createQuery(
                        "select v from Video v where v.session.id in :sessions and v.deletedAt is null"
                                + " order by v.take, v.angle",
                        Video.class)
                .setParameter("sessions", sessionIds)
                .setHint("eclipselink.batch", "v.session.angles")
                .setHint("eclipselink.batch.type", "IN")
                .getResultList();
    }

    /** Ready ones whose picture is still missing, those tried least first. */
    List<Video> withoutThumbnail(int most) {
        return entities.createQuery(
                        "select v from Video v where v.hasThumbnail = false and v.status = :ready and v.deletedAt is null"
                                + " and v.thumbnailAttempts < :attempts order by v.thumbnailAttempts, v.createdAt",
                        Video.class)
                .setParameter("ready", VideoStatus.READY)
                .setParameter("attempts", MOST_THUMBNAIL_ATTEMPTS)
                .setMaxResults(most)
                .getResultList();
    }

    /** Those that the caller may watch. */
    List<Video> search(Caller caller, VideoQuery query, int first, int size) {
        Set<UUID> shared = sharedWith(caller);
        TypedQuery<Video> search = entities.createQuery(
                "select v from Video v join fetch v.club left join fetch v.court c left join fetch v.owner o left join fetch v.session where "
                        + condition(caller, query, shared) + " order by "
                        + query.sort().order(),
                Video.class);
        return filled(search, caller, query, shared)
                .setHint("eclipselink.batch", "v.session.angles")
                .setHint("eclipselink.batch.type", "IN")
                .setFirstResult(first)
                .setMaxResults(size)
                .getResultList();
    }

    long count(Caller caller, VideoQuery query) {
        Set<UUID> shared = sharedWith(caller);
        TypedQuery<Long> count = entities.createQuery(
                "select count(v) from Video v left join v.court c left join v.owner o where "
                        + condition(caller, query, shared),
                Long.class);
        return filled(count, caller, query, shared).getSingleResult();
    }

    /** Few, and asked for first: a condition across two tables would cost each list of a player a walk through the club's. */
    private Set<UUID> sharedWith(Caller caller) {
        if (caller.role() != Role.PLAYER) return Set.of();
        return Set.copyOf(entities.createQuery("select s.video.id from Share s where s.player.id = :player", UUID.class)
                .setParameter("player", caller.id())
                .getResultList());
    }

    private static String condition(Caller caller, VideoQuery query, Set<UUID> shared) {
        StringBuilder condition = new StringBuilder("v.deletedAt is null and ");
        condition.append(
                caller.isSuperAdmin()
                        ? "1 = 1"
                        : caller.role() == Role.CLUB_ADMIN
                                ? "v.club.id in :clubs"
                                : shared.isEmpty()
                                        ? "v.club.id in :clubs and o.id = :caller"
                                        : "v.club.id in :clubs and (o.id = :caller or v.id in :shared)");
        if (query.clubId() != null) condition.append(" and v.club.id = :club");
        if (query.origin() != null) condition.append(" and v.origin = :origin");
        if (query.from() != null) condition.append(" and v.startedAt >= :from");
        if (query.to() != null) condition.append(" and v.startedAt < :to");
        if (query.hasText())
            condition.append(" and (lower(v.title) like :text escape '!' or lower(c.name) like :text escape '!'"
                    + " or lower(o.displayName) like :text escape '!')");
        return condition.toString();
    }

    private static <T> TypedQuery<T> filled(TypedQuery<T> sql, Caller caller, VideoQuery query, Set<UUID> shared) {
        if (!caller.isSuperAdmin()) sql.setParameter("clubs", caller.clubs().isEmpty() ? NO_CLUB : caller.clubs());
        if (caller.role() == Role.PLAYER) sql.setParameter("caller", caller.id());
        if (query.clubId() != null) sql.setParameter("club", query.clubId());
        if (!shared.isEmpty()) sql.setParameter("shared", shared);
        if (query.origin() != null) sql.setParameter("origin", query.origin());
        if (query.from() != null) sql.setParameter("from", query.from());
        if (query.to() != null) sql.setParameter("to", query.to());
        if (query.hasText()) sql.setParameter("text", "%" + escaped(query.text()) + "%");
        return sql;
    }

    private static final Set<UUID> NO_CLUB = Set.of(new UUID(0, 0));

    private static String escaped(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
    }
}
