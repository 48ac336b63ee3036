package club.courtside.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import club.courtside.media.DiskFull;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/**
 * A file that somebody has brought, read from its first to its last packet: that it is a video, and whole, is known only
 * then. What browsers play, but not in this container, is copied packet by packet into an MP4 meanwhile.
 */
public final class Examination {

    /** By how much the last packet may end before the length that the file promises. */
    private static final double TOLERANCE_SECONDS = 2;

    private static final int SMALL_PICTURE = 64;

    private final boolean plays;
    private final boolean repacked;
    private final String extension;
    private final Instant filmedAt;

    private Examination(boolean plays, boolean repacked, String extension, Instant filmedAt) {
        this.plays = plays;
        this.repacked = repacked;
        this.extension = extension;
        this.filmedAt = filmedAt;
    }

    /**
     * @param to the MP4 to write if it helps; null for none
     * @param leastSeconds what it has to last; 0 for what may be as short as it is
     * @throws Truncated when the end of the file is missing
     * @throws Unfit when it is too short, or claims more than any video may
     * @throws IOException when it is no video, or nothing in it can be decoded
     */
    public static Examination of(Path path, Path to, double leastSeconds) throws IOException {
        Mp4Layout layout = Mp4Layout.of(path);
        try (MediaFile file = open(path, layout)) {
            SourceLimits.check(file);
            boolean mp4 = file.isIn("mov") && !layout.isQuickTime();
            boolean fits = file.fitsBrowsers();
            boolean plays = fits && mp4 && layout.isForStreaming();
            boolean repacked = fits && !plays && to != null && copied(path, to, leastSeconds);
            if (!repacked) checkEnd(file, file.readAll(packet -> {}), leastSeconds);
            file.jpeg(0, SMALL_PICTURE);
            return new Examination(
                    plays,
                    repacked,
                    mp4 ? "mp4" : file.extension(),
                    file.filmedAt().orElse(null));
        }
    }

    private static MediaFile open(Path path, Mp4Layout layout) throws IOException {
        try {
            return new MediaFile(path);
        } catch (IOException e) {
            if (layout.isMp4() && !layout.hasTable()) throw new Truncated("the end of the file is missing");
            throw e;
        }
    }

    /** False when its packets do not fit into an MP4 after all; then nothing is left of the attempt. */
    private static boolean copied(Path path, Path to, double leastSeconds) throws IOException {
        try (MediaFile file = new MediaFile(path);
                Repacking copy = new Repacking(file, to)) {
            checkEnd(file, file.readAll(copy), leastSeconds);
            copy.finish();
            return true;
        } catch (Truncated | Unfit | DiskFull e) {
            Files.deleteIfExists(to);
            throw e;
        } catch (IOException doesNotFit) {
            Files.deleteIfExists(to);
            return false;
        }
    }

    private static void checkEnd(MediaFile file, double end, double leastSeconds) throws Truncated, Unfit {
        if (file.promisesLength() && end < file.seconds() - TOLERANCE_SECONDS)
            throw new Truncated("the file ends after " + Math.round(end) + " of " + Math.round(file.seconds()) + " s");
        SourceLimits.checkSeconds(end);
        SourceLimits.checkLeast(Math.max(end, file.seconds()), leastSeconds);
    }

    /** What takes the packets of a file, in their order. */
    interface Packets {
        void take(AVPacket packet) throws IOException;
    }

    /** As it is. */
    public boolean plays() {
        return plays;
    }

    /** A copy was made, and that plays. */
    public boolean isRepacked() {
        return repacked;
    }

    /** That of its container, without dot. */
    public String extension() {
        return extension;
    }

    /** As the file says it. */
    public Optional<Instant> filmedAt() {
        return Optional.ofNullable(filmedAt);
    }
}
