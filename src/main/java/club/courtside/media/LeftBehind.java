package club.courtside.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;

/**
 * The file that a killed engine left behind, taken over into the new one.
 *
 * <p>It is renamed to {@code <name>.crash.mp4}; the new file at the old name begins with a copy of everything in it, is
 * made safe on disk, and only then the renamed one is deleted. No live packet is written before that. So, whenever a
 * {@code .crash.mp4} exists, whatever stands at the old name is an unfinished copy of it and nothing else: the process was
 * killed while copying, and the copy can be thrown away and made again.
 */
final class LeftBehind {

    /** What was taken over. */
    record Continued(Mp4Writer writer, Track video, Track audio, Instant leftAt) {}

    /** Bytes; a file whose writer was killed at once has only a header. */
    private static final long WORTH_KEEPING = 64 << 10;

    private final Path file;
    private final Path crashed;
    private final Path unreadable;
    private final RecordingTools tools;
    private final RecordingProgress progress;

    LeftBehind(Path file, RecordingTools tools, RecordingProgress progress) {
        this.file = file;
        String name = file.getFileName().toString().replaceFirst("\\.mp4$", "");
        this.crashed = file.resolveSibling(name + ".crash.mp4");
        this.unreadable = file.resolveSibling(name + ".unreadable.mp4");
        this.tools = tools;
        this.progress = progress;
    }

    boolean exists() {
        return Files.exists(file) || Files.exists(crashed);
    }

    /**
     * @param startedAt when its first frame was taken, null when unknown
     * @return empty when nothing readable was left behind; it is kept as {@code <name>.unreadable.mp4} if it is large
     *     enough for somebody to try and repair it
     * @throws IOException when it cannot be copied, say for want of space; it then stands where it was
     */
    Optional<Continued> takeOver(Instant startedAt) throws IOException {
        if (Files.exists(crashed)) Files.deleteIfExists(file);
        else Files.move(file, crashed, StandardCopyOption.ATOMIC_MOVE);
        Instant leftAt = Files.getLastModifiedTime(crashed).toInstant();
        try {
            Optional<Continued> continued = copy(startedAt, leftAt);
            if (continued.isPresent() || Files.size(crashed) < WORTH_KEEPING) Files.delete(crashed);
            else Files.move(crashed, unreadable, StandardCopyOption.REPLACE_EXISTING);
            return continued;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            Files.move(crashed, file, StandardCopyOption.ATOMIC_MOVE);
            throw e;
        }
    }

    private Optional<Continued> copy(Instant startedAt, Instant leftAt) throws IOException {
        Mp4Reader opened;
        try {
            opened = tools.reader().open(crashed);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
        try (Mp4Reader reader = opened) {
            Track video =
                    reader.tracks().stream().filter(Track::isVideo).findFirst().orElse(null);
            Track audio = reader.tracks().stream()
                    .filter(track -> !track.isVideo())
                    .findFirst()
                    .orElse(null);
            Optional<Packet> packet = reader.next();
            if (packet.isEmpty() || video == null) return Optional.empty();
            progress.began(startedAt, video, audio);
            Mp4Writer writer = tools.writer().create(file, reader.tracks());
            try {
                for (; packet.isPresent(); packet = reader.next()) take(packet.get(), writer);
                writer.flush();
                writer.sync();
                progress.began(startedAt != null ? startedAt : beganAt(leftAt), video, audio);
                return Optional.of(new Continued(writer, video, audio, leftAt));
            } catch (IOException | RuntimeException e) {
                writer.close();
                throw e;
            }
        }
    }

    private Instant beganAt(Instant leftAt) {
        return leftAt.minusNanos(progress.lengthMicros() * 1000);
    }

    private void take(Packet packet, Mp4Writer writer) throws IOException {
        if (packet.track().isVideo()) progress.pauseBefore(packet);
        writer.write(packet);
        progress.received();
        progress.written();
        progress.inFile(packet, writer.bytes());
    }
}
