package club.courtside.notice;

import club.courtside.court.Camera;
import club.courtside.court.Cameras;
import club.courtside.court.NoticeKind;
import club.courtside.engine.api.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Which cameras do not answer: one notice for each outage, and one when it is over. Survives restarts. */
@ApplicationScoped
@Transactional
public class CameraOutages {

    /** A camera that restarts is no outage. */
    private static final Duration UNNOTICED = Duration.ofSeconds(50);

    private final EntityManager entities;
    private final Cameras cameras;
    private final NoticeLedger ledger;
    private final Clock clock;

    @Inject
    public CameraOutages(EntityManager entities, Cameras cameras, NoticeLedger ledger, Clock clock) {
        this.entities = entities;
        this.cameras = cameras;
        this.ledger = ledger;
        this.clock = clock;
    }

    protected CameraOutages() {
        this(null, null, null, null);
    }

    boolean isOut(UUID cameraId) {
        return find(cameraId).isPresent();
    }

    /** Seen again and again while it lasts. */
    void lost(UUID cameraId, Reason why) {
        Optional<Camera> camera = cameras.byId(cameraId);
        if (camera.isEmpty()) return;
        Optional<CameraOutage> known = find(cameraId);
        if (known.isEmpty()) {
            entities.persist(new CameraOutage(cameraId, clock.instant()));
            return;
        }
        CameraOutage outage = known.get();
        if (outage.isTold() || outage.since().plus(UNNOTICED).isAfter(clock.instant())) return;
        outage.told();
        tell(
                camera.get(),
                outage,
                "lost",
                words -> words.text(
                        "notice.CAMERA.lost",
                        name(camera.get()),
                        words.time(outage.since()),
                        why == null ? "" : words.reason(why.code(), why.message())));
    }

    void well(UUID cameraId) {
        find(cameraId).ifPresent(outage -> {
            entities.remove(outage);
            Instant now = clock.instant();
            if (outage.isTold())
                cameras.byId(cameraId)
                        .ifPresent(camera -> tell(
                                camera,
                                outage,
                                "back",
                                words -> words.text(
                                        "notice.CAMERA.back",
                                        name(camera),
                                        words.time(outage.since()),
                                        words.time(now))));
        });
    }

    private void tell(
            Camera camera, CameraOutage outage, String what, java.util.function.Function<Words, String> text) {
        ledger.tellClub(
                camera.court().club(),
                Tidings.of(
                        NoticeKind.CAMERA,
                        "camera " + camera.id() + " " + what + " "
                                + outage.since().toEpochMilli(),
                        "/admin/courts.xhtml",
                        words -> words.text("notice.CAMERA." + what + ".title", name(camera)),
                        text));
    }

    private static String name(Camera camera) {
        return camera.court().name() + " · " + camera.name();
    }

    private Optional<CameraOutage> find(UUID cameraId) {
        return Optional.ofNullable(entities.find(CameraOutage.class, cameraId));
    }
}
