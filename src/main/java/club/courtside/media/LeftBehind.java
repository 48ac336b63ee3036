package club.courtside.media;

import club.courtside.media.Recording.GapInTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The file that a killed engine left behind, taken over into the new one.
 *
 * <p>Usually the writer goes on in the file itself. Where it cannot, because the file was torn in its first second or comes
 * from another writer, what can be read of it is copied: it is renamed to {@code <name>.crash.mp4}; the new file at the old name begins with a copy of everything in it, is
 * made safe on disk, and only then the renamed one is deleted. No live packet is written before that. So, whenever a
 * {@code .crash.mp4} exists, whatever stands at the old name is an unfinished copy of it and nothing else: the process was
 * killed while copying, and the copy can be thrown away and made again.
 */
final class LeftBehind {

    /** What was taken over. */
    record Continued(Mp4Writer writer, Track video, Track audio) {}

    /** Bytes; a file whose writer was killed at once has only a header. */
    private static final long WORTH_KEEPING = 64 << 10;

    private final Path file;
    private final Path crashed;
    private final Path unreadable;
    private final RecordingTools tools;
    private final RecordingProgress progress;
    private final List<GapInTime> known;

    /** @param known the gaps that are known to be in it */
    LeftBehind(Path file, RecordingTools tools, RecordingProgress progress, List<GapInTime> known) {
        this.file = file;
        this.known = known;
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
     * @throws IOException when it cannot be continued, say for want of space; it then stands where it was
     */
    Optional<Continued> takeOver(Instant startedAt) throws IOException {
        if (!Files.exists(crashed)) {
            Optional<Continued> continued = goOn(startedAt);
            if (continued.isPresent()) return continued;
        }
        if (Files.exists(crashed)) Files.deleteIfExists(file);
        else Files.move(file, crashed, StandardCopyOption.ATOMIC_MOVE);
        Folder.of(file).sync();
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

    private Optional<Continued> goOn(Instant startedAt) throws IOException {
        Instant leftAt = Files.getLastModifiedTime(file).toInstant();
        long size = Files.size(file);
        return tools.writer().goOn(file, packet -> take(packet, size)).map(continued -> {
            List<Track> tracks = continued.tracks();
            began(startedAt, leftAt, tracks);
            return new Continued(continued.writer(), track(tracks, Track.Kind.VIDEO), track(tracks, Track.Kind.AUDIO));
        });
    }

    private static Track track(List<Track> tracks, Track.Kind kind) {
        return tracks.stream().filter(track -> track.kind() == kind).findFirst().orElse(null);
    }

    private void began(Instant startedAt, Instant leftAt, List<Track> tracks) {
        progress.began(
                startedAt != null ? startedAt : beganAt(leftAt),
                track(tracks, Track.Kind.VIDEO),
                track(tracks, Track.Kind.AUDIO));
    }

    private Optional<Continued> copy(Instant startedAt, Instant leftAt) throws IOException {
        Mp4Reader opened;
        try {
            opened = tools.reader().open(crashed);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
        try (Mp4Reader reader = opened) {
            Track video = track(reader.tracks(), Track.Kind.VIDEO);
            Optional<Packet> packet = reader.next();
            if (packet.isEmpty() || video == null) return Optional.empty();
            progress.began(startedAt, video, track(reader.tracks(), Track.Kind.AUDIO));
            Mp4Writer writer = tools.writer().create(file, reader.tracks());
            try {
                for (; packet.isPresent(); packet = reader.next()) {
                    writer.write(packet.get());
                    take(packet.get(), writer.bytes());
                }
                writer.flush();
                writer.sync();
                began(startedAt, leftAt, reader.tracks());
                return Optional.of(new Continued(writer, video, track(reader.tracks(), Track.Kind.AUDIO)));
            } catch (IOException | RuntimeException e) {
                writer.close();
                throw e;
            }
        }
    }

    private Instant beganAt(Instant leftAt) {
        return leftAt.minusNanos(progress.lengthMicros() * 1000);
    }

    private void take(Packet packet, long bytes) {
        if (packet.track().isVideo()) progress.pauseBefore(packet, known);
        progress.received();
        progress.written();
        progress.inFile(packet, bytes);
    }
}
