package club.courtside.session;

import club.courtside.platform.DataFolder;
import club.courtside.platform.Problem;
import club.courtside.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether a recording of its planned length still fits on the disk. */
@ApplicationScoped
public class DiskSpace {

    /** What a 1080p camera usually sends, for those that were not measured yet. */
    static final long USUAL_BITS_PER_SECOND = 4_000_000;

    private static final double GB = 1e9;

    private final DataFolder data;
    private final double reserved;

    @Inject
    public DiskSpace(DataFolder data, @ConfigProperty(name = "courtside.min.free.gb") double reservedGb) {
        this.data = data;
        this.reserved = reservedGb * GB;
    }

    protected DiskSpace() {
        this(null, 0);
    }

    /**
     * @param bitsPerSecond measured, 0 when unknown
     * @throws ProblemException 507 with both figures
     */
    public void check(RecordMinutes minutes, long bitsPerSecond) {
        long rate = bitsPerSecond > 0 ? bitsPerSecond : USUAL_BITS_PER_SECOND;
        double needed = reserved + minutes.duration().toSeconds() * (rate / 8.0);
        double free = free();
        if (free < needed)
            throw new ProblemException(Problem.of(
                    507,
                    String.format(
                            Locale.ROOT,
                            "the disk is too full: %.1f GB are free, this recording needs %.1f GB with the reserve",
                            free / GB,
                            needed / GB)));
    }

    /** Bytes that recordings leave free. */
    public long reserved() {
        return (long) reserved;
    }

    /** Bytes. */
    public long free() {
        try {
            return Files.getFileStore(data.videos()).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("the free space of the disk is not known", e);
        }
    }
}
