package club.courtside.notice;

import club.courtside.account.User;
import club.courtside.court.Club;
import club.courtside.library.Video;
import club.courtside.library.VideoStatus;
import club.courtside.platform.OwnAddress;
import club.courtside.platform.queue.Priority;
import club.courtside.platform.queue.Retries;
import club.courtside.platform.queue.WorkQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** What is written down about notices: in the transaction of what they tell of, then once for each attempt. */
@ApplicationScoped
@Transactional
public class NoticeLedger {

    private static final Retries RETRIES = new Retries(Duration.ofSeconds(30), Duration.ofHours(1), 8);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration LOOK_AT_VIDEO_EVERY = Duration.ofSeconds(10);

    private final EntityManager entities;
    private final Receivers receivers;
    private final WorkQueue queue;
    private final OwnAddress address;
    private final Clock clock;
    private final RandomGenerator random = new Random();

    @Inject
    public NoticeLedger(EntityManager entities, Receivers receivers, WorkQueue queue, OwnAddress address, Clock clock) {
        this.entities = entities;
        this.receivers = receivers;
        this.queue = queue;
        this.address = address;
        this.clock = clock;
    }

    protected NoticeLedger() {
        this(null, null, null, null, null);
    }

    /** To those who run a club, if it wants to hear of it. */
    public void tellClub(Club club, Tidings tidings) {
        if (club.notices().wants(tidings.kind())) put(tidings, club, club.timeZone(), receivers.ofClub(club));
    }

    /** To one member alone, if the club wants that. */
    public void tellOwner(Club club, User owner, Tidings tidings) {
        if (club.notices().wants(tidings.kind())) put(tidings, club, club.timeZone(), receivers.only(owner));
    }

    public void tellOperators(Tidings tidings) {
        put(tidings, null, ZoneId.systemDefault(), receivers.ofInstallation());
    }

    private void put(Tidings tidings, Club club, ZoneId zone, List<Receiver> all) {
        for (Receiver receiver : all) {
            String occasion = tidings.occasion() + " " + (receiver.email() == null ? "webhook" : receiver.email());
            if (isTold(occasion)) continue;
            Notice notice = new Notice(
                    tidings,
                    occasion,
                    club == null ? null : entities.find(Club.class, club.id()),
                    tidings.videoId() == null ? null : entities.find(Video.class, tidings.videoId()),
                    receiver,
                    new Words(receiver.language(), zone),
                    address.of(tidings.path()),
                    clock.instant());
            entities.persist(notice);
            queue.put(NoticeWork.NAME, notice.id(), Priority.NORMAL);
        }
    }

    private boolean isTold(String occasion) {
        return !entities.createQuery("select n.id from Notice n where n.occasion = :occasion", UUID.class)
                .setParameter("occasion", occasion)
                .getResultList()
                .isEmpty();
    }

    /** @return the notice for a worker; empty when there is nothing to tell any more */
    Optional<Notice> begin(UUID id) {
        return open(id).map(notice -> {
            notice.tried();
            return notice;
        });
    }

    /** @return when to look again at the video that it is about; empty when it is time to tell, or it is over */
    Optional<Instant> waitsForVideo(UUID id) {
        return open(id).filter(notice -> notice.video() != null).flatMap(notice -> {
            Video video = notice.video();
            if (video.isReady()) return Optional.empty();
            if (video.isDeleted() || video.status() == VideoStatus.FAILED) {
                notice.cancelled(clock.instant());
                return Optional.empty();
            }
            return Optional.of(clock.instant().plus(LOOK_AT_VIDEO_EVERY));
        });
    }

    void done(UUID id) {
        open(id).ifPresent(notice -> notice.done(clock.instant()));
    }

    /**
     * @param after not before that; null: when it is due
     * @return when it is tried again; empty when it is given up
     */
    Optional<Instant> failed(UUID id, NotDelivered why) {
        return open(id).flatMap(notice -> {
            Instant now = clock.instant();
            if (why.isFinal() || RETRIES.areOver(notice.attempts())) {
                notice.failed(why.getMessage(), now);
                return Optional.empty();
            }
            notice.waits(why.getMessage());
            Instant due = RETRIES.after(notice.attempts(), now, random);
            Instant earliest = now.plus(why.pause());
            return Optional.of(due.isBefore(earliest) ? earliest : due);
        });
    }

    private Optional<Notice> open(UUID id) {
        return Optional.ofNullable(entities.find(Notice.class, id)).filter(notice -> !notice.isOver());
    }

    /** Every notice that is not over is in the queue, whatever a restored backup or a crash has made of that. */
    void requeue() {
        entities.createQuery("select n.id from Notice n where n.endedAt is null", UUID.class)
                .getResultList()
                .forEach(id -> queue.put(NoticeWork.NAME, id, Priority.NORMAL));
    }

    /** What was told long ago. */
    void forget() {
        entities.createQuery("delete from Notice n where n.endedAt < :before")
                .setParameter("before", clock.instant().minus(KEPT))
                .executeUpdate();
    }
}
