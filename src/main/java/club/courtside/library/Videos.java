package club.courtside.library;

import club.courtside.account.Caller;
import club.courtside.account.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** All videos; searched and paged in the database. */
@ApplicationScoped
@Transactional
public class Videos {

    private static final int MOST_THUMBNAIL_ATTEMPTS = 8;

    /** Their file is all there. */
    private static final Set<VideoStatus> WHOLE = Set.of(VideoStatus.READY, VideoStatus.PROCESSING);

    private final EntityManager entities;

    @Inject
    public Videos(EntityManager entities) {
        this.entities = entities;
    }

    protected Videos() {
        this(null);
    }

    public void add(Video video) {
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
     * neither what is to be kept nor what still records. The oldest first.
     */
    List<Outliving> outlived(UUID clubId, Instant cameBefore, Instant failedBefore) {
        return removable(
                        "and (v.createdAt < :came"
                                + " or (v.status = :failed and v.reason is null and v.createdAt < :failedBefore))",
                        clubId)
                .setParameter("failed", VideoStatus.FAILED)
                .setParameter("came", cameBefore)
                .setParameter("failedBefore", failedBefore)
                .getResultList();
    }

    /** Those of a club that may go when space is short, and were there before a moment. The oldest first. */
    List<Outliving> oldest(UUID clubId, Instant before) {
        return removable("and v.createdAt < :before and v.bytes > 0 and v.away = false", clubId)
                .setParameter("before", before)
                .getResultList();
    }

    private TypedQuery<Outliving> removable(String condition, UUID clubId) {
        return entities.createQuery(
                        "select new club.courtside.library.Outliving(v.id, v.title, c.name, v.createdAt, v.bytes)"
                                + " from Video v left join v.court c where v.club.id = :club and v.keep = false"
                                + " and v.deletedAt is null and v.status <> :recording " + condition
                                + " order by v.createdAt, v.id",
                        Outliving.class)
                .setParameter("club", clubId)
                .setParameter("recording", VideoStatus.RECORDING);
    }

    /** What those of a club take that were there before a moment, apart from some. */
    long bytesBefore(UUID clubId, Instant before, Set<UUID> without) {
        return entities.createQuery(
                        "select v.id, v.bytes from Video v where v.club.id = :club and v.createdAt < :before"
                                + " and v.deletedAt is null and v.away = false and v.status <> :recording",
                        Object[].class)
                .setParameter("club", clubId)
                .setParameter("before", before)
                .setParameter("recording", VideoStatus.RECORDING)
                .getResultStream()
                .filter(row -> !without.contains(row[0]))
                .mapToLong(row -> (Long) row[1])
                .sum();
    }

    /** How many a club has, and how many bytes they take. */
    public Shelf shelf(UUID clubId) {
        Object[] row = entities.createQuery(
                        "select count(v), sum(v.bytes) from Video v where v.club.id = :club and v.deletedAt is null",
                        Object[].class)
                .setParameter("club", clubId)
                .getSingleResult();
        return shelf(row);
    }

    /** What came into the library of any club since a moment, and is still there. */
    public Shelf since(Instant moment) {
        Object[] row = entities.createQuery(
                        "select count(v), sum(v.bytes) from Video v where v.createdAt >= :moment and v.deletedAt is null",
                        Object[].class)
                .setParameter("moment", moment)
                .getSingleResult();
        return shelf(row);
    }

    /** Bytes that came into the library of any club on each day since that one, and are still there; no key for a day without. */
    public Map<LocalDate, Long> bytesByDay(LocalDate first, ZoneId zone) {
        return entities.createQuery(
                        "select v.createdAt, v.bytes from Video v where v.createdAt >= :first and v.deletedAt is null",
                        Object[].class)
                .setParameter("first", first.atStartOfDay(zone).toInstant())
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> LocalDate.ofInstant((Instant) row[0], zone),
                        Collectors.summingLong(row -> ((Number) row[1]).longValue())));
    }

    /**
     * How many there are in each state.
     *
     * @param clubs whose; null for all
     */
    public Map<VideoStatus, Long> byStatus(Set<UUID> clubs) {
        if (clubs != null && clubs.isEmpty()) return Map.of();
        TypedQuery<Object[]> counts = entities.createQuery(
                "select v.status, count(v) from Video v where v.deletedAt is null "
                        + (clubs == null ? "" : "and v.club.id in :clubs ") + "group by v.status",
                Object[].class);
        if (clubs != null) counts.setParameter("clubs", clubs);
        return counts.getResultStream()
                .collect(Collectors.toMap(row -> (VideoStatus) row[0], row -> ((Number) row[1]).longValue()));
    }

    private static Shelf shelf(Object[] row) {
        return new Shelf(((Number) row[0]).longValue(), row[1] == null ? 0 : ((Number) row[1]).longValue());
    }

    /** Nobody sees a club's videos any more. */
    void deleteAll(UUID clubId, Instant now) {
        entities.createQuery("update Video v set v.deletedAt = :now where v.club.id = :club and v.deletedAt is null")
                .setParameter("club", clubId)
                .setParameter("now", now)
                .executeUpdate();
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
                        "select v from Video v where v.pictures.hasThumbnail = false and v.status in :whole and v.bytes > 0 and v.deletedAt is null"
                                + " and v.pictures.thumbnailAttempts < :attempts order by v.pictures.thumbnailAttempts, v.createdAt",
                        Video.class)
                .setParameter("whole", WHOLE)
                .setParameter("attempts", MOST_THUMBNAIL_ATTEMPTS)
                .setMaxResults(most)
                .getResultList();
    }

    /** Ready ones, long enough for a strip, that have their picture but no strip, those tried least and newest first. */
    List<Video> withoutStrip(int most) {
        return entities.createQuery(
                        "select v from Video v where v.pictures.inStrip = 0 and v.pictures.hasThumbnail = true and v.status in :whole and v.bytes > 0"
                                + " and v.deletedAt is null and v.durationSeconds >= :shortest"
                                + " and v.pictures.stripAttempts < :attempts order by v.pictures.stripAttempts, v.createdAt desc",
                        Video.class)
                .setParameter("whole", WHOLE)
                .setParameter("shortest", StripShape.SHORTEST_SECONDS)
                .setParameter("attempts", MOST_THUMBNAIL_ATTEMPTS)
                .setMaxResults(most)
                .getResultList();
    }

    /**
     * Those that the caller may watch. Which ones is asked first, of an index alone, and only those of the page are read:
     * what lies before a page far down need not be.
     */
    List<Video> search(Caller caller, VideoQuery query, int first, int size) {
        VideoSearch search = search(caller, query);
        List<UUID> page = filled(
                        "select v.id from Video v where " + search.condition() + " order by " + search.order(),
                        UUID.class,
                        search)
                .setFirstResult(first)
                .setMaxResults(size)
                .getResultList();
        if (page.isEmpty()) return List.of();
        return entities.createQuery(
                        "select v from Video v join fetch v.club left join fetch v.court left join fetch v.owner"
                                + " left join fetch v.session where v.id in :page",
                        Video.class)
                .setParameter("page", page)
                .setHint("eclipselink.batch", "v.session.angles")
                .setHint("eclipselink.batch", "v.owner.clubs")
                .setHint("eclipselink.batch.type", "IN")
                .getResultStream()
                .sorted(Comparator.comparingInt(video -> page.indexOf(video.id())))
                .toList();
    }

    long count(Caller caller, VideoQuery query) {
        VideoSearch search = search(caller, query);
        return filled("select count(v) from Video v where " + search.condition(), Long.class, search)
                .getSingleResult();
    }

    /** Few, and asked for first: a condition across two tables would cost each list a walk through all of them. */
    private VideoSearch search(Caller caller, VideoQuery query) {
        Set<UUID> shared = caller.role() == Role.PLAYER ? sharedWith(caller.id()) : Set.of();
        if (!query.hasText()) return new VideoSearch(caller, query, shared, Set.of(), Set.of());
        String text = VideoSearch.pattern(query);
        return new VideoSearch(
                caller,
                query,
                shared,
                ids("select c.id from Court c where lower(c.name) like :of escape '!'", text),
                ids("select u.id from User u where lower(u.displayName) like :of escape '!'", text));
    }

    /** With the other angles of what was shared; see {@link Shares}. */
    private Set<UUID> sharedWith(UUID playerId) {
        Set<UUID> shared = new HashSet<>(ids("select s.video.id from Share s where s.player.id = :of", playerId));
        shared.addAll(ids(
                "select v.id from Share s join s.video one, Video v"
                        + " where s.player.id = :of and v.session.id = one.session.id and v.take = one.take",
                playerId));
        return shared;
    }

    private Set<UUID> ids(String jpql, Object of) {
        return Set.copyOf(
                entities.createQuery(jpql, UUID.class).setParameter("of", of).getResultList());
    }

    private <T> TypedQuery<T> filled(String jpql, Class<T> type, VideoSearch search) {
        TypedQuery<T> filled = entities.createQuery(jpql, type);
        search.values().forEach(filled::setParameter);
        return filled;
    }
}
