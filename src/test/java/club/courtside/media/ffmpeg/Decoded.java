package club.courtside.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * The video of a file, decoded to the end.
 *
 * @param seconds presentation times of its frames
 */
public record Decoded(List<Double> seconds, int errors, int width, int height) {

    public int frames() {
        return seconds.size();
    }

    public static Decoded of(Path file) throws IOException {
        AVFormatContext input = new AVFormatContext(null);
        if (avformat_open_input(input, file.toString(), null, (AVDictionary) null) < 0)
            throw new IOException("cannot be opened: " + file);
        avformat_find_stream_info(input, (AVDictionary) null);
        int index =
                av_find_best_stream(input, AVMEDIA_TYPE_VIDEO, -1, -1, (org.bytedeco.ffmpeg.avcodec.AVCodec) null, 0);
        AVCodecContext decoder = JpegPictures.open(input.streams(index).codecpar());
        AVPacket packet = av_packet_alloc();
        AVFrame frame = av_frame_alloc();
        List<Double> seconds = new ArrayList<>();
        int errors = 0;
        boolean more = true;
        while (more) {
            more = av_read_frame(input, packet) >= 0;
            if (more && packet.stream_index() != index) continue;
            if (avcodec_send_packet(decoder, more ? packet : null) < 0) errors++;
            av_packet_unref(packet);
            while (avcodec_receive_frame(decoder, frame) >= 0) {
                if (frame.decode_error_flags() != 0) errors++;
                seconds.add(frame.pts() * av_q2d(input.streams(index).time_base()));
            }
        }
        var decoded = new Decoded(seconds, errors, decoder.width(), decoder.height());
        av_frame_free(frame);
        av_packet_free(packet);
        avcodec_free_context(decoder);
        avformat_close_input(input);
        return decoded;
    }
}
