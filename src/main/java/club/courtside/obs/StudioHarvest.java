package club.courtside.obs;

import club.courtside.engine.api.Reason;
import club.courtside.engine.api.RecordingStatus;
import club.courtside.engine.client.EngineException;
import club.courtside.obs.StudioFiles.Taken;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Recordings that an OBS Studio has ended, on their way into the library. Where OBS has not said so itself, its file is
 * believed: once it does not grow any more. Belongs to the studio's thread; files are read in others.
 */
final class StudioHarvest {

    private static final Logger LOG = Logger.getLogger(StudioHarvest.class.getName());
    private static final Duration AT_REST = Duration.ofSeconds(3);
    private static final Duration TO_APPEAR = Duration.ofSeconds(60);

    private final StudioSpec spec;
    private final StudioReports reports;
    private final StudioFiles files;
    private final Executor readers;
    private final Consumer<Runnable> thread;
    private final Clock clock;
    private final Map<UUID, StudioTake> ended = new LinkedHashMap<>();
    private String folder;

    StudioHarvest(
            StudioSpec spec,
            StudioReports reports,
            StudioFiles files,
            Executor readers,
            Consumer<Runnable> thread,
            Clock clock) {
        this.spec = spec;
        this.reports = reports;
        this.files = files;
        this.readers = readers;
        this.thread = thread;
        this.clock = clock;
        this.folder = spec.folder();
    }

    /** Where OBS records, as it calls it. */
    void folderIs(String current) {
        if (current != null) folder = current;
    }

    Optional<RecordingStatus> status(StudioOrder order) {
        return Optional.ofNullable(ended.get(order.id())).map(StudioTake::status);
    }

    /** Whether it is the file of a recording that has ended for us, but not for OBS. */
    boolean awaits(String path) {
        return ended.values().stream()
                .anyMatch(take -> path.contains(take.order().name()));
    }

    /** @param certain OBS itself says that the file is finished */
    void add(StudioTake take, boolean certain) {
        ended.put(take.order().id(), take);
        LOG.log(Level.INFO, "OBS Studio has ended recording {0}: {1}", new Object[] {
            take.order().id(), take.path() == null ? "no file named" : take.path()
        });
        reports.recording(take.status());
        if (certain) look(take, Duration.ZERO);
    }

    void everySecond() {
        for (StudioTake take : List.copyOf(ended.values())) if (!take.isBeingTaken()) look(take, AT_REST);
    }

    private void look(StudioTake take, Duration rest) {
        Instant now = clock.instant();
        Path file = file(take).orElse(null);
        long size = file == null ? -1 : StudioFiles.size(file);
        if (size >= 0) {
            if (take.restsAt(size, now, rest)) take(take, file);
        } else if (now.isAfter(take.endedAt().plus(TO_APPEAR))) {
            LOG.log(Level.WARNING, "The file of recording {0} cannot be reached: {1}", new Object[] {
                take.order().id(), take.path() == null ? folder : take.path()
            });
            failed(take, StudioReasons.NO_FILE);
        }
    }

    private Optional<Path> file(StudioTake take) {
        if (take.path() != null) return StudioFiles.here(take.path(), folder, spec.mounted());
        return Optional.ofNullable(spec.mounted() == null ? folder : spec.mounted())
                .flatMap(known -> StudioFiles.here(known, null, null))
                .flatMap(known -> StudioFiles.named(known, take.order().name()));
    }

    /** Earlier ones too, where OBS had crashed in between. */
    private static List<Path> written(StudioTake take, Path last) {
        if (take.gaps().stream().noneMatch(StudioGaps::isBetweenFiles)) return List.of(last);
        return StudioFiles.allNamed(
                last.toAbsolutePath().getParent(), take.order().name());
    }

    private void take(StudioTake take, Path file) {
        take.beingTaken(true);
        readers.execute(() -> {
            Runnable outcome = outcome(take, file);
            thread.accept(() -> {
                take.beingTaken(false);
                outcome.run();
            });
        });
    }

    private Runnable outcome(StudioTake take, Path file) {
        try {
            List<Path> written = written(take, file);
            Optional<Taken> taken = files.take(written, take.order(), take.gaps());
            return () -> taken.ifPresentOrElse(
                    there -> completed(take, there),
                    () -> failed(take, written.size() == 1 ? StudioReasons.CODEC : StudioReasons.PARTS));
        } catch (EngineException refused) {
            if (refused.isUnavailable()) return () -> LOG.log(Level.FINE, "the engine reads {0} later", file);
            return () -> failed(take, refused.reason());
        } catch (IOException e) {
            LOG.log(Level.WARNING, file + " could not be taken into the library", e);
            return () -> failed(take, new Reason("internal", "OBS Studio's file could not be copied into the library"));
        }
    }

    private void completed(StudioTake take, Taken file) {
        take.completed(file);
        LOG.log(Level.INFO, "Recording {0} is in the library, {1} ms after its end", new Object[] {
            take.order().id(), Duration.between(take.endedAt(), clock.instant()).toMillis()
        });
        over(take);
    }

    private void failed(StudioTake take, Reason why) {
        take.failed(why, clock.instant());
        over(take);
    }

    private void over(StudioTake take) {
        reports.recording(take.status());
        ended.remove(take.order().id());
    }
}
