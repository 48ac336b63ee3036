package club.courtside.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_read_partial;

import club.courtside.media.CameraLimits;
import club.courtside.media.CameraLost;
import club.courtside.media.FeedClock;
import club.courtside.media.Packet;
import club.courtside.media.Source;
import club.courtside.media.Track;
import java.nio.ByteBuffer;
import java.util.List;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/** A camera that sends one JPEG after the other over HTTP. A picture's time is the moment it had arrived. */
final class JpegSource implements Source, ByteSource {

    private static final int CHUNK = 64 << 10;

    private final AVIOContext io;
    private final Deadline deadline;
    private final CameraLimits limits;
    private final FeedClock clock;
    private final BytePointer chunk = new BytePointer(CHUNK);
    private final JpegStream pictures = new JpegStream(this);
    private final Track track;
    private Packet first;

    /** Reads the first picture, which tells the size. */
    JpegSource(AVIOContext io, Deadline deadline, CameraLimits limits, FeedClock clock) throws CameraLost {
        this.io = io;
        this.deadline = deadline;
        this.limits = limits;
        this.clock = clock;
        deadline.in(limits.silence());
        byte[] jpeg = pictures.next();
        int[] size = JpegPicture.size(jpeg);
        if (size == null) throw new CameraLost(CameraLost.Reason.NO_VIDEO, "The camera's pictures are no JPEG.");
        track = new Track(0, Track.Kind.VIDEO, Track.Codec.MJPEG, size[0], size[1], 0, 0, new byte[0]);
        first = packet(jpeg);
    }

    @Override
    public List<Track> tracks() {
        return List.of(track);
    }

    @Override
    public Packet read() throws CameraLost {
        if (first != null) {
            Packet begin = first;
            first = null;
            return begin;
        }
        deadline.in(limits.silence());
        return packet(pictures.next());
    }

    private Packet packet(byte[] jpeg) {
        long arrived = clock.nanos();
        return new Packet(track, arrived / 1000, arrived / 1000, true, arrived, ByteBuffer.wrap(jpeg));
    }

    @Override
    public int read(byte[] buffer, int offset) throws CameraLost {
        int count = avio_read_partial(io, chunk, Math.min(CHUNK, buffer.length - offset));
        if (count <= 0) throw Failure.reading(count == 0 ? avutil.AVERROR_EOF : count, deadline);
        chunk.get(buffer, offset, count);
        return count;
    }

    @Override
    public void abort() {
        deadline.abort();
    }

    @Override
    public void close() {
        avio_closep(io);
        chunk.close();
        deadline.close();
    }
}
