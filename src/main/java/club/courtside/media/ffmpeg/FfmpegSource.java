package club.courtside.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;

import club.courtside.media.CameraLimits;
import club.courtside.media.CameraLost;
import club.courtside.media.FeedClock;
import club.courtside.media.Packet;
import club.courtside.media.Source;
import club.courtside.media.Track;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;

/** A camera that libavformat reads. Its native parts belong to the thread that opened it. */
final class FfmpegSource implements Source {

    private final AVFormatContext context;
    private final AVIOContext io;
    private final Inputs inputs;
    private final Deadline deadline;
    private final CameraLimits limits;
    private final FeedClock clock;
    private final AVPacket packet = av_packet_alloc();

    /** @param io what {@code context} reads from when it is to be closed here too, else null */
    FfmpegSource(
            AVFormatContext context,
            AVIOContext io,
            Inputs inputs,
            Deadline deadline,
            CameraLimits limits,
            FeedClock clock) {
        this.context = context;
        this.io = io;
        this.inputs = inputs;
        this.deadline = deadline;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public List<Track> tracks() {
        return inputs.tracks();
    }

    @Override
    public Packet read() throws CameraLost {
        deadline.in(limits.silence());
        while (true) {
            int result = av_read_frame(context, packet);
            if (result < 0) throw Failure.reading(result, deadline);
            Packet read = inputs.packet(packet, clock.nanos());
            av_packet_unref(packet);
            if (read != null) return read;
            if (deadline.isOver()) throw CameraLost.silent();
        }
    }

    @Override
    public void abort() {
        deadline.abort();
    }

    @Override
    public void close() {
        av_packet_free(packet);
        avformat_close_input(context);
        if (io != null) avio_closep(io);
        deadline.close();
    }
}
