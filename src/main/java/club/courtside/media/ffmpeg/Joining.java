package club.courtside.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVRational;

/**
 * Several pieces of film in one MP4, each at its own time: nothing is encoded, and what lies between them stays a gap. A
 * file in which there is nothing, as a crash may leave one, is left out.
 */
public final class Joining {

    private static final double STEP = 0.3;

    /** By how much a picture may be decoded before it is shown. */
    private static final double AHEAD = 0.2;

    /** What a file contains from a moment on, and where that belongs in the whole; both in seconds. */
    public record Piece(Path file, double from, double at) {}

    private final Path to;
    private Repacking copy;
    private double end;
    private int undated;

    private Joining(Path to) {
        this.to = to;
    }

    /**
     * @param pieces in their order, those of one file one after the other
     * @return false when browsers would not play it, or the files do not fit together; then nothing is left of the attempt
     * @throws IOException when there is no video in any of them
     */
    public static boolean of(List<Piece> pieces, Path to) throws IOException {
        Map<Path, List<Piece>> files = new LinkedHashMap<>();
        for (Piece piece : pieces)
            files.computeIfAbsent(piece.file(), file -> new ArrayList<>()).add(piece);
        boolean joined = false;
        try {
            joined = new Joining(to).join(files);
            return joined;
        } finally {
            if (!joined) Files.deleteIfExists(to);
        }
    }

    private boolean join(Map<Path, List<Piece>> files) throws IOException {
        try {
            for (Map.Entry<Path, List<Piece>> entry : files.entrySet()) {
                MediaFile film = opened(entry.getKey());
                if (film != null && !added(film, entry.getValue())) return false;
            }
            if (copy == null) throw new IOException("none of the files contains a video");
            copy.finish();
            return true;
        } finally {
            if (copy != null) copy.close();
        }
    }

    private static MediaFile opened(Path file) {
        try {
            return new MediaFile(file);
        } catch (IOException nothingInIt) {
            return null;
        }
    }

    private boolean added(MediaFile film, List<Piece> pieces) throws IOException {
        try (film) {
            if (!film.fitsBrowsers() || copy != null && !copy.goesOnWith(film)) return false;
            if (copy == null) copy = new Repacking(film, to);
            double begin = film.beginMicros() / 1e6;
            double earliest = copy.isEmpty() ? 0 : end + STEP;
            film.readAll(packet -> {
                place(packet, film.stream(packet.stream_index()).time_base(), begin, pieces, earliest);
                copy.take(packet);
            });
            return true;
        }
    }

    private void place(AVPacket packet, AVRational clock, double begin, List<Piece> pieces, double earliest) {
        long told = packet.dts() != AV_NOPTS_VALUE ? packet.dts() : packet.pts();
        if (told == AV_NOPTS_VALUE) return;
        double moment = told * av_q2d(clock) - begin;
        Piece piece = pieces.get(0);
        for (Piece later : pieces) if (moment >= later.from()) piece = later;
        double shift =
                Math.max(piece.at() - piece.from(), earliest - pieces.get(0).from()) - begin;
        long ticks = Math.round(shift / av_q2d(clock));
        if (packet.dts() != AV_NOPTS_VALUE) packet.dts(packet.dts() + ticks);
        if (packet.pts() != AV_NOPTS_VALUE) packet.pts(packet.pts() + ticks);
        // A muxer finds the order of decoding by itself only at the beginning of its own file.
        if (packet.dts() == AV_NOPTS_VALUE && earliest > 0)
            packet.dts(Math.round((begin + shift - AHEAD) / av_q2d(clock)) + undated++);
        end = Math.max(end, (told + ticks + packet.duration()) * av_q2d(clock));
    }
}
