package club.courtside.media.ffmpeg;

import club.courtside.media.Mp4Writer;
import club.courtside.media.Packet;
import club.courtside.media.Track;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Begins MP4 files and goes on in those that were left behind. */
final class FfmpegMp4Files implements Mp4Writer.Factory {

    private static final System.Logger LOG = System.getLogger(FfmpegMp4Files.class.getName());

    private static final byte[] NOTHING = {};

    @Override
    public Mp4Writer create(Path file, List<Track> tracks) throws IOException {
        return new FfmpegMp4Writer(file, tracks);
    }

    @Override
    public Optional<Mp4Writer.Continued> goOn(Path file, Consumer<Packet> kept) throws IOException {
        try (UnfinishedMp4 left = new UnfinishedMp4(file)) {
            List<UnfinishedMp4.Torn> torn = left.torn();
            // Only now can libavformat read every such file.
            left.reopen();
            List<Track> tracks = tracks(file);
            if (!fit(left.tables(), tracks)) return Optional.empty();
            left.read(sample -> kept.accept(packet(left, tracks, sample, NOTHING)));
            Mp4Writer writer = new FfmpegMp4Writer(file, tracks, left);
            try {
                for (UnfinishedMp4.Torn found : torn) {
                    Packet packet = packet(left, tracks, found.sample(), found.bytes());
                    writer.write(packet);
                    kept.accept(packet);
                }
                writer.flush();
            } catch (IOException e) {
                writer.close();
                throw e;
            }
            return Optional.of(new Mp4Writer.Continued(writer, tracks));
        } catch (UnfinishedMp4.Strange other) {
            LOG.log(Level.INFO, "{0} cannot be continued in place: {1}", file.getFileName(), other.getMessage());
            return Optional.empty();
        }
    }

    private static Packet packet(UnfinishedMp4 left, List<Track> tracks, Sample sample, byte[] bytes) {
        return left.tables().get(sample.track()).packet(sample, tracks.get(sample.track()), bytes);
    }

    private static List<Track> tracks(Path file) throws UnfinishedMp4.Strange {
        try (FfmpegMp4Reader reader = new FfmpegMp4Reader(file)) {
            return reader.tracks();
        } catch (IOException e) {
            throw new UnfinishedMp4.Strange(e);
        }
    }

    /** The new fragments count time and name tracks as the writer does. */
    private static boolean fit(List<Mp4Table> tables, List<Track> tracks) {
        if (tables.size() != tracks.size()) return false;
        for (int i = 0; i < tables.size(); i++) {
            Mp4Table table = tables.get(i);
            boolean same = table.isVideo() == tracks.get(i).isVideo();
            if (!same || table.id() != i + 1 || table.timescale() != Mp4Stream.clock(tracks.get(i))) return false;
        }
        return true;
    }
}
