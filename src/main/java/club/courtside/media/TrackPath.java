package club.courtside.media;

import java.io.IOException;
import java.util.List;

/** The way of one camera track into the file: as it is where an MP4 can hold it, converted where not. */
final class TrackPath implements AutoCloseable {

    private final Track from;
    private final Conversion conversion;
    private boolean failed;

    private TrackPath(Track from, Conversion conversion) {
        this.from = from;
        this.conversion = conversion;
    }

    /**
     * H.264 is copied, H.265 where it is allowed, anything else becomes H.264. A file that has begun keeps its compression
     * and its size: what differs from them is converted, because players take both from the file's header.
     *
     * @param inFile the video track the file already has, or null
     * @throws IOException when there is no way
     */
    static TrackPath video(Track from, Track inFile, boolean hevc, RecordingTools tools) throws IOException {
        boolean fits = from.codec() == Track.Codec.H264 || hevc && from.codec() == Track.Codec.H265;
        if (inFile == null ? fits : sameShape(from, inFile)) return new TrackPath(from, null);
        return new TrackPath(from, tools.toH264().open(from, inFile));
    }

    private static boolean sameShape(Track from, Track inFile) {
        return from.codec() == inFile.codec() && from.width() == inFile.width() && from.height() == inFile.height();
    }

    /** AAC of one or two channels is copied; anything else becomes that. */
    static TrackPath audio(Track from, Track inFile, RecordingTools tools) throws IOException {
        boolean fits = from.codec() == Track.Codec.AAC && from.configuration().length > 0 && from.channels() <= 2;
        if (fits && (inFile == null || inFile.sameFormat(from))) return new TrackPath(from, null);
        return new TrackPath(from, tools.toAac().open(from, inFile));
    }

    /** Whether this is the way of that very track, unchanged. */
    boolean isOf(Track track) {
        return from == track;
    }

    /** What arrives in the file. */
    Track track() {
        return conversion == null ? from : conversion.track();
    }

    /** Whether this is the first packet that fails since this path was opened; a broken camera shall fill no log. */
    boolean failsNewly() {
        boolean newly = !failed;
        failed = true;
        return newly;
    }

    List<Packet> through(Packet packet) throws IOException {
        return conversion == null ? List.of(packet) : conversion.convert(packet);
    }

    List<Packet> finish() throws IOException {
        return conversion == null ? List.of() : conversion.finish();
    }

    @Override
    public void close() {
        if (conversion != null) conversion.close();
    }
}
