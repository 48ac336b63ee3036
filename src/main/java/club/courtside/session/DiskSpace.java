package club.courtside.session;

import club.courtside.platform.CurrentSettings;
import club.courtside.platform.DataFolder;
import club.courtside.platform.Problem;
import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;

/**
 * Whether a recording of its planned length still fits on its disk, with what the running ones there will still take until
 * their planned ends.
 */
@ApplicationScoped
public class DiskSpace {

    /** What a 1080p camera usually sends, for those that were not measured yet. */
    static final long USUAL_BITS_PER_SECOND = 4_000_000;

    private static final double GB = 1e9;

    /** The seam of the file systems. */
    interface Disks {

        /** What is equal for folders of one file system. */
        Object of(Path folder) throws IOException;

        /** Bytes. */
        long free(Path folder) throws IOException;
    }

    private static final Disks REAL = new Disks() {
        @Override
        public Object of(Path folder) throws IOException {
            return Files.getFileStore(folder);
        }

        @Override
        public long free(Path folder) throws IOException {
            return Files.getFileStore(folder).getUsableSpace();
        }
    };

    private final DataFolder data;
    private final Recordings recordings;
    private final Clock clock;
    private final CurrentSettings settings;
    private final Disks disks;

    @Inject
    public DiskSpace(DataFolder data, Recordings recordings, Clock clock, CurrentSettings settings) {
        this(data, recordings, clock, settings, REAL);
    }

    DiskSpace(DataFolder data, Recordings recordings, Clock clock, CurrentSettings settings, Disks disks) {
        this.data = data;
        this.recordings = recordings;
        this.clock = clock;
        this.settings = settings;
        this.disks = disks;
    }

    protected DiskSpace() {
        this(null, null, null, null);
    }

    /**
     * @param clubId whose folder it goes to
     * @param bitsPerSecond measured, 0 when unknown
     * @throws ProblemException 507 with both figures
     */
    public void check(UUID clubId, RecordMinutes minutes, long bitsPerSecond) {
        Path folder = data.videos(clubId);
        try {
            double needed = bytes(minutes.duration().toSeconds(), bitsPerSecond);
            double promised = promised(disks.of(folder));
            double free = disks.free(folder);
            if (free < needed + promised + reserved()) throw full("this recording", free, needed, promised);
        } catch (IOException e) {
            throw unknown(e);
        }
    }

    /**
     * The same for files of a club that come from elsewhere.
     *
     * @throws ProblemException 507 with both figures
     */
    public void checkFor(UUID clubId, long bytes) {
        Path folder = data.videos(clubId);
        try {
            double promised = promised(disks.of(folder));
            double free = disks.free(folder);
            if (free < bytes + promised + reserved()) throw full("this file", free, bytes, promised);
        } catch (IOException e) {
            throw unknown(e);
        }
    }

    /** @throws ProblemException 507 when nothing but the reserve is left */
    public void checkReserve() {
        if (free() < reserved()) throw full("what is to come", free(), 0, 0);
    }

    /** What the running recordings of a disk will still take. */
    private double promised(Object disk) throws IOException {
        double sum = 0;
        for (Recording running : recordings.running()) {
            if (!disks.of(data.videos(running.session().club().id())).equals(disk)) continue;
            sum += bytes(
                    running.remainingSeconds(clock.instant()),
                    running.delivery().bitsPerSecond());
        }
        return sum;
    }

    private static double bytes(double seconds, long bitsPerSecond) {
        return seconds * (bitsPerSecond > 0 ? bitsPerSecond : USUAL_BITS_PER_SECOND) / 8.0;
    }

    private ProblemException full(String what, double free, double needed, double promised) {
        return new ProblemException(new Problem(
                null,
                null,
                507,
                String.format(
                        Locale.ROOT,
                        "the disk is too full: %.1f GB are free, %s needs %.1f GB with the reserve and what"
                                + " the running ones will still take",
                        free / GB,
                        what,
                        (needed + promised + reserved()) / GB),
                null,
                "disk_full"));
    }

    /** Bytes that recordings leave free. */
    public long reserved() {
        return (long) (settings.reservedGb() * GB);
    }

    /** Bytes. */
    public long free() {
        try {
            return disks.free(data.videos());
        } catch (IOException e) {
            throw unknown(e);
        }
    }

    private static UncheckedIOException unknown(IOException e) {
        return new UncheckedIOException("the free space of the disk is not known", e);
    }
}
