package club.courtside.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Decodes a stream of a file, on several cores; what is damaged in it is counted and left out. Used by one thread. */
final class StreamDecoder implements AutoCloseable {

    private final AVCodecContext context;
    private final AVFrame frame = av_frame_alloc();
    private long damaged;
    private long decoded;

    /** @param options FFmpeg's names and values */
    StreamDecoder(AVStream stream, int threads, String... options) throws IOException {
        AVCodec codec = avcodec_find_decoder(stream.codecpar().codec_id());
        if (codec == null || codec.isNull()) throw new Unfit("unsupported_codec", "nothing here decodes this video");
        context = avcodec_alloc_context3(codec);
        try {
            Av.check(avcodec_parameters_to_context(context, stream.codecpar()), "no memory");
            context.pkt_timebase(stream.time_base());
            context.thread_count(threads);
            context.max_pixels(SourceLimits.MOST_PIXELS);
            AVDictionary given = Av.options(options);
            int opened = avcodec_open2(context, codec, given);
            av_dict_free(given);
            if (opened < 0) throw new Unfit("unsupported_codec", "this video cannot be decoded");
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    void decode(AVPacket packet, Decoder.Frames frames) throws IOException {
        int sent = avcodec_send_packet(context, packet);
        // With several threads there may be more waiting than it takes.
        if (sent == AVERROR_EAGAIN()) {
            receive(frames);
            sent = avcodec_send_packet(context, packet);
        }
        if (sent < 0) damaged++;
        receive(frames);
    }

    /** What was held back. Nothing may be decoded afterwards. */
    void finish(Decoder.Frames frames) throws IOException {
        avcodec_send_packet(context, (AVPacket) null);
        receive(frames);
    }

    private void receive(Decoder.Frames frames) throws IOException {
        while (true) {
            int received = avcodec_receive_frame(context, frame);
            if (received == AVERROR_EAGAIN() || received == AVERROR_EOF) return;
            if (received < 0) {
                damaged++;
                continue;
            }
            if (frame.decode_error_flags() != 0 || (frame.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) != 0) damaged++;
            decoded++;
            try {
                frames.frame(frame);
            } finally {
                av_frame_unref(frame);
            }
        }
    }

    /** Packets of which nothing, or not all, could be decoded. */
    long damaged() {
        return damaged;
    }

    long decoded() {
        return decoded;
    }

    @Override
    public void close() {
        avcodec_free_context(context);
        av_frame_free(frame);
    }
}
