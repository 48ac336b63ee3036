package club.courtside.library.arrival;

import club.courtside.court.CameraEngine;
import club.courtside.engine.api.ExamineSpec;
import club.courtside.engine.api.Examined;
import club.courtside.engine.api.FileForm;
import club.courtside.engine.api.Reason;
import club.courtside.engine.client.EngineException;
import club.courtside.library.inventory.Fingerprint;
import club.courtside.session.DiskSpace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes files that are all here into the library, or refuses them. Killed in the middle, it begins again: until the row of
 * the video is written, the file is found under one of two names. What browsers do not play is kept as it came; encoding it
 * anew is a job of its own.
 */
@ApplicationScoped
public class ArrivalExamination {

    private static final Logger LOG = Logger.getLogger(ArrivalExamination.class.getName());
    /** A picture alone is no film, whatever its container is called. */
    private static final double LEAST_SECONDS = 0.1;

    private static final Duration LEFT_BEHIND = Duration.ofHours(1);
    private static final String[] EXTENSIONS = {"mp4", "mov", "mkv", "webm", "ts", "mpg", "wmv", "avi", "flv"};

    private final Intake intake;
    private final ArrivalLedger ledger;
    private final ArrivalFiles files;
    private final CameraEngine engine;
    private final DiskSpace disk;
    private final Clock clock;

    @Inject
    public ArrivalExamination(
            Intake intake, ArrivalLedger ledger, ArrivalFiles files, CameraEngine engine, DiskSpace disk, Clock clock) {
        this.intake = intake;
        this.ledger = ledger;
        this.files = files;
        this.engine = engine;
        this.disk = disk;
        this.clock = clock;
    }

    protected ArrivalExamination() {
        this(null, null, null, null, null, null);
    }

    /** @return false when the engine could not be asked */
    public boolean takeIn() {
        intake.findWhole();
        boolean asked = true;
        for (Arrival arrival : ledger.in(ArrivalState.EXAMINING)) asked &= takeIn(arrival);
        return asked;
    }

    /** Gives up what does not come any more. */
    public void tidyUp() {
        intake.expire();
        files.deleteAllBut(ledger.unfinished(), clock.instant().minus(LEFT_BEHIND));
    }

    private boolean takeIn(Arrival arrival) {
        UUID id = arrival.id();
        try {
            Path file = file(arrival);
            if (file == null) throw new IOException("its file is gone");
            Path copy = files.copyOf(id);
            boolean room = disk.free() - disk.reserved() > arrival.bytes();
            Examined found = engine.client()
                    .examine(new ExamineSpec(file.toString(), room ? copy.toString() : null, LEAST_SECONDS));
            Path kept = found.form() == FileForm.REPACKED ? copy : file;
            Path inLibrary = files.inLibrary(arrival, found.extension());
            String sha256 = Fingerprint.of(kept);
            String asSent = kept.equals(file) ? sha256 : Fingerprint.of(file);
            if (!kept.equals(inLibrary)) files.move(kept, inLibrary);
            ledger.takenIn(id, found, sha256, asSent);
            files.delete(id);
        } catch (EngineException refused) {
            if (refused.isUnavailable()) return false;
            refuse(arrival, refused.reason() == null ? internal(refused) : refused.reason());
        } catch (IOException e) {
            refuse(arrival, internal(e));
        }
        return true;
    }

    /** Also where an attempt before this one may have put it. */
    private Path file(Arrival arrival) {
        Path part = files.of(arrival.id());
        if (Files.exists(part)) return part;
        for (String extension : EXTENSIONS) {
            Path taken = files.inLibrary(arrival, extension);
            if (Files.exists(taken)) return taken;
        }
        return null;
    }

    private static Reason internal(Exception cause) {
        return new Reason("internal", cause.getMessage());
    }

    private void refuse(Arrival arrival, Reason why) {
        LOG.log(Level.INFO, "The uploaded file {0} is not taken: {1} ({2})", new Object[] {
            arrival.name().text(), why.code(), why.message()
        });
        ledger.refused(arrival.id(), why.code(), why.message());
        files.delete(arrival.id());
    }
}
