package club.courtside.library;

import club.courtside.court.CameraEngine;
import club.courtside.engine.api.MediaInfo;
import club.courtside.engine.api.RecordingState;
import club.courtside.engine.api.RecordingStatus;
import club.courtside.engine.client.EngineException;
import club.courtside.library.inventory.Catalogue;
import club.courtside.library.inventory.Difference;
import club.courtside.library.inventory.Fingerprint;
import club.courtside.library.inventory.Inventory;
import club.courtside.platform.DataFolder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Compares the catalogue with the disk, and makes them agree: the disk says what is there, so rows follow files. No video
 * file is ever deleted here but those of videos that somebody has deleted. What is being recorded is left alone.
 */
@ApplicationScoped
public class VideoReconciliation {

    private static final Logger LOG = Logger.getLogger(VideoReconciliation.class.getName());

    private final DataFolder data;
    private final DataSource database;
    private final VideoLedger ledger;
    private final VideoFiles files;
    private final VideoDeletion deletion;
    private final CameraEngine engine;
    private final Clock clock;

    @Inject
    public VideoReconciliation(
            DataFolder data,
            DataSource database,
            VideoLedger ledger,
            VideoFiles files,
            VideoDeletion deletion,
            CameraEngine engine,
            Clock clock) {
        this.data = data;
        this.database = database;
        this.ledger = ledger;
        this.files = files;
        this.deletion = deletion;
        this.engine = engine;
        this.clock = clock;
    }

    protected VideoReconciliation() {
        this(null, null, null, null, null, null, null);
    }

    /** Changes nothing. */
    public Inventory.Result inventory() {
        try {
            return Inventory.take(data.root(), database::getConnection, beingWritten(), clock.instant());
        } catch (IOException e) {
            throw new UncheckedIOException("the videos' folder cannot be read", e);
        } catch (SQLException e) {
            throw new IllegalStateException("the catalogue cannot be read", e);
        }
    }

    private Set<String> beingWritten() {
        try {
            return engine.client().status().recordings().stream()
                    .filter(recording -> !recording.state().hasEnded())
                    .map(recording -> data.root()
                            .relativize(Path.of(recording.file()))
                            .toString()
                            .replace('\\', '/'))
                    .collect(Collectors.toSet());
        } catch (EngineException noEngine) {
            return Set.of();
        }
    }

    /**
     * Settles what can be settled. What fails is left as it is, and tried again the next time.
     *
     * @return how many differences there were
     */
    public int makeAgree() {
        Inventory.Result result = inventory();
        for (Difference difference : result.differences()) {
            LOG.log(Level.INFO, "Catalogue and disk differ: {0}", difference.line());
            try {
                settle(difference);
            } catch (EngineException noEngine) {
                LOG.log(Level.INFO, "{0}: the engine cannot help now: {1}", new Object[] {
                    difference.file(), noEngine.getMessage()
                });
            } catch (IOException | RuntimeException e) {
                LOG.log(Level.WARNING, difference.file() + " could not be brought into agreement", e);
            }
        }
        LOG.log(Level.INFO, "{0} videos compared with the disk, {1} differences", new Object[] {
            result.videos(), result.differences().size()
        });
        return result.differences().size();
    }

    private void settle(Difference difference) throws IOException {
        switch (difference.kind()) {
            case MISSING -> ledger.lost(difference.id());
            case BACK, SIZE -> examine(difference);
            case UNFINISHED -> finish(difference);
            case NOT_IN_LIBRARY -> ledger.takeIn(difference.id(), probe(difference));
            case UNKNOWN -> takeIn(difference);
            case HALF_DELETED -> deletion.finish(difference.id());
            case NO_CHECKSUM -> ledger.fingerprinted(difference.id(), Fingerprint.of(files.at(difference.file())));
            case NO_THUMBNAIL -> ledger.thumbnailLost(difference.id());
            case NO_STRIP -> ledger.stripLost(difference.id());
            case LEFT_THUMBNAIL -> Files.deleteIfExists(data.root().resolve(difference.file()));
            case CHANGED, UNREADABLE, STRAY, REMAINS, UNENDED ->
                LOG.log(Level.FINE, "{0} is left to people", difference.file());
        }
    }

    private void examine(Difference difference) {
        try {
            ledger.examined(difference.id(), probe(difference));
        } catch (EngineException refused) {
            String code = refused.reason() == null ? "" : refused.reason().code();
            if (code.equals("not_found")) ledger.lost(difference.id());
            else if (code.equals("no_video")) ledger.unreadable(difference.id());
            else throw refused;
        }
    }

    private void finish(Difference difference) {
        RecordingStatus finished =
                engine.client().finish(files.at(difference.file()).toString());
        boolean playable = finished.state() == RecordingState.COMPLETED;
        if (difference.id() == null) return;
        if (playable) {
            ledger.finished(difference.id(), finished);
            examine(difference);
        } else {
            ledger.unreadable(difference.id());
        }
    }

    private void takeIn(Difference unknown) throws IOException {
        Path file = files.at(unknown.file());
        MediaInfo found = probe(unknown);
        String title = file.getFileName().toString().replaceFirst("\\.mp4$", "");
        ledger.takeIn(
                unknown.clubId(),
                unknown.file(),
                title,
                Files.getLastModifiedTime(file).toInstant(),
                found);
    }

    private MediaInfo probe(Difference difference) {
        return engine.client().probe(files.at(difference.file()).toString());
    }

    /** As {@code sha256sum -c} reads it: what is certified of the videos' files. */
    public List<String> checksums() {
        try (var connection = database.getConnection()) {
            return Catalogue.read(connection).checksums();
        } catch (SQLException e) {
            throw new IllegalStateException("the catalogue cannot be read", e);
        }
    }
}
