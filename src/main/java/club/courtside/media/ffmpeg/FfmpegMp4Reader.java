package club.courtside.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;

import club.courtside.media.Mp4Reader;
import club.courtside.media.Packet;
import club.courtside.media.Track;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/** Reads an MP4 through libavformat up to its end, or to where a killed writer stopped. */
final class FfmpegMp4Reader implements Mp4Reader {

    private final AVFormatContext context;
    private final Inputs inputs;
    private final AVPacket packet = av_packet_alloc();
    private Long shift;

    FfmpegMp4Reader(Path file) throws IOException {
        context = new AVFormatContext(null);
        AVDictionary options = Av.options("protocol_whitelist", "file");
        int result =
                avformat_open_input(context, "file:" + file.toAbsolutePath(), av_find_input_format("mov"), options);
        av_dict_free(options);
        Av.check(result, "cannot read " + file.getFileName());
        inputs = new Inputs(context);
    }

    @Override
    public List<Track> tracks() {
        return inputs.tracks();
    }

    @Override
    public Optional<Packet> next() {
        while (true) {
            int result = av_read_frame(context, packet);
            if (result < 0 || (packet.flags() & AV_PKT_FLAG_CORRUPT) != 0) return Optional.empty();
            Packet read = inputs.packet(packet, System.nanoTime());
            av_packet_unref(packet);
            if (read != null) return Optional.of(fromZero(read));
        }
    }

    /** Reordered pictures have decoding times before 0. */
    private Packet fromZero(Packet read) {
        if (shift == null) shift = Math.max(0, -read.dtsMicros());
        return new Packet(
                read.track(),
                read.ptsMicros() + shift,
                read.dtsMicros() + shift,
                read.key(),
                read.arrivedNanos(),
                read.data());
    }

    @Override
    public void close() {
        av_packet_free(packet);
        avformat_close_input(context);
    }
}
