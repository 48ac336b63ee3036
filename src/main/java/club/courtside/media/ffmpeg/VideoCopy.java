package club.courtside.media.ffmpeg;

import club.courtside.media.Folder;
import club.courtside.media.Pace;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * A video in another form: encoded anew into a hidden file beside the one that is wanted, looked at from its first to its
 * last packet, made safe on the disk, and only then put in its place.
 */
public final class VideoCopy {

    /** Looking at a copy takes about a tenth of the time that making it took. */
    private static final double MADE = 0.9;

    private static final Duration MAKING_SAFE = Duration.ofMinutes(10);

    private VideoCopy() {}

    /**
     * @param part the hidden file, in the folder of {@code to}; nothing is left of it
     * @return how many pictures of the source could not be decoded
     * @throws Truncated when the end of the source is missing
     * @throws Unfit when the source is no video, or no copy of it can be what was asked for
     */
    public static long make(Path source, Path part, Path to, CopyForm form, Pace pace) throws IOException {
        try (MediaFile file = open(source)) {
            SourceLimits.check(file);
            long lost = make(file, part, form, pace);
            pace.quietFor(MAKING_SAFE);
            sync(part);
            Files.move(part, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Folder.of(to).sync();
            return lost;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static long make(MediaFile file, Path part, CopyForm form, Pace pace) throws IOException {
        try (var copying = new Transcoding(file, part, form, pace.between(0, MADE))) {
            copying.run();
            long bytes = Files.size(part);
            if (form.mostBytes() > 0 && bytes > form.mostBytes())
                throw new Unfit("too_large", "the copy has " + bytes + " bytes and may have " + form.mostBytes());
            new CopyCheck(part, copying, form.threads()).run(pace.between(MADE, 1));
            return copying.lostPictures();
        }
    }

    private static MediaFile open(Path source) throws IOException {
        Mp4Layout layout = Mp4Layout.of(source);
        try {
            return new MediaFile(source);
        } catch (IOException e) {
            if (layout.isMp4() && !layout.hasTable()) throw new Truncated("the end of the file is missing");
            throw new Unfit("no_video", e.getMessage());
        }
    }

    private static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
