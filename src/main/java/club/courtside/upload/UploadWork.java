package club.courtside.upload;

import club.courtside.engine.client.EngineException;
import club.courtside.platform.queue.QueuedWork;
import club.courtside.upload.target.Delivery;
import club.courtside.upload.target.InterruptedUpload;
import club.courtside.upload.target.Parcel;
import club.courtside.upload.target.RemoteWork;
import club.courtside.upload.target.UploadFailure;
import club.courtside.upload.target.UploadTarget;
import club.courtside.upload.target.UploadTargets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Brings a video to its target, and asks there until its work on it is over. */
@ApplicationScoped
public class UploadWork implements QueuedWork {

    static final String NAME = "upload";

    private static final Logger LOG = Logger.getLogger(UploadWork.class.getName());

    private static final int WORKERS = 2;
    private static final Duration ENGINE_AWAY = Duration.ofSeconds(5);
    /** How long after the last question a target is asked again, as a part of the time that it works already. */
    private static final int ASK_AFTER_PART = 20;

    private static final Duration ASK_SOONEST = Duration.ofSeconds(2);
    private static final Duration ASK_LATEST = Duration.ofSeconds(30);
    /** A target may have a weekend's matches to do first; beyond that it has forgotten this one. */
    private static final Duration LONGEST_STANDSTILL = Duration.ofHours(48);

    private final UploadLedger ledger;
    private final Parcels parcels;
    private final Compression compression;
    private final UploadTargets targets;
    private final Clock clock;

    @Inject
    public UploadWork(
            UploadLedger ledger, Parcels parcels, Compression compression, UploadTargets targets, Clock clock) {
        this.compression = compression;
        this.ledger = ledger;
        this.parcels = parcels;
        this.targets = targets;
        this.clock = clock;
    }

    protected UploadWork() {
        this(null, null, null, null, null);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int workers() {
        return WORKERS;
    }

    @Override
    public Optional<Instant> perform(UUID id, Stopping stopping) {
        Optional<Upload> begun = ledger.begin(id);
        if (begun.isEmpty()) {
            ledger.over(id).ifPresent(upload -> forget(upload, stopping));
            return Optional.empty();
        }
        Optional<Instant> next = attempt(begun.get(), stopping);
        if (next.isEmpty()) compression.forget(begun.get());
        return next;
    }

    private Optional<Instant> attempt(Upload upload, Stopping stopping) {
        UUID id = upload.id();
        try {
            return goOn(upload, stopping);
        } catch (InterruptedUpload e) {
            if (!stopping.isAsked()) return Optional.of(clock.instant());
            ledger.returned(id, null);
            return Optional.of(clock.instant());
        } catch (UploadFailure e) {
            return ledger.failed(id, e);
        } catch (EngineException e) {
            ledger.returned(id, e.reason());
            return Optional.of(clock.instant().plus(ENGINE_AWAY));
        }
    }

    private Optional<Instant> goOn(Upload upload, Stopping stopping) {
        UploadTarget target = targets.of(upload.target());
        Voyage voyage = new Voyage(upload, ledger, stopping);
        if (upload.isRemote()) return follow(upload, target, voyage);
        if (!compression.isReady(upload)) {
            voyage.reached(0);
            return Optional.of(clock.instant().plus(ASK_SOONEST));
        }
        Delivery delivery = target.send(parcels.of(upload, voyage));
        ledger.delivered(upload.id(), delivery);
        if (delivery.worksOn()) return Optional.of(clock.instant().plus(ASK_SOONEST));
        ledger.done(upload.id(), null);
        return Optional.empty();
    }

    private Optional<Instant> follow(Upload upload, UploadTarget target, Voyage voyage) {
        RemoteWork work = target.follow(parcels.remains(upload, voyage), upload.remoteId());
        if (work.over()) {
            ledger.done(upload.id(), work.results());
            return Optional.empty();
        }
        ledger.followed(upload.id(), work.progress()).ifPresent(this::refuseStandstill);
        return Optional.of(clock.instant().plus(pause(upload)));
    }

    private void refuseStandstill(Instant since) {
        if (since.plus(LONGEST_STANDSTILL).isBefore(clock.instant()))
            throw UploadFailure.lasting(
                    "standstill",
                    "the target has got no further with the video for " + LONGEST_STANDSTILL.toHours() + " hours");
    }

    private Duration pause(Upload upload) {
        Duration pause =
                Duration.between(upload.work().startedAt(), clock.instant()).dividedBy(ASK_AFTER_PART);
        if (pause.compareTo(ASK_SOONEST) < 0) return ASK_SOONEST;
        return pause.compareTo(ASK_LATEST) > 0 ? ASK_LATEST : pause;
    }

    /** It was cancelled, or its video is gone: nothing half sent stays at the target. */
    private void forget(Upload upload, Stopping stopping) {
        compression.forget(upload);
        try {
            Parcel parcel = parcels.remains(upload, new Voyage(upload, ledger, stopping));
            if (upload.memory() == null) return;
            targets.of(upload.target()).forget(parcel);
            ledger.forgotten(upload.id());
        } catch (UploadFailure e) {
            LOG.log(Level.INFO, "What was sent of upload {0} stays at its target: {1}", new Object[] {
                upload.id(), e.getMessage()
            });
        }
    }
}
