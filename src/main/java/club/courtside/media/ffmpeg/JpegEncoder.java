package club.courtside.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.global.swscale.*;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;

/** Scales decoded pictures to one size and encodes them. Used by one thread. */
final class JpegEncoder implements AutoCloseable {

    private final AVCodecContext encoder;
    private final AVFrame scaled = av_frame_alloc();
    private final AVPacket packet = av_packet_alloc();
    private final int scale;
    private SwsContext scaler;

    /** @param quality 1 to 100 */
    JpegEncoder(int width, int height, int quality) {
        scale = FF_QP2LAMBDA * quantizer(quality);
        scaled.format(AV_PIX_FMT_YUVJ420P).width(width).height(height);
        av_frame_get_buffer(scaled, 0);
        encoder = avcodec_alloc_context3(avcodec_find_encoder(AV_CODEC_ID_MJPEG));
        encoder.width(width).height(height).pix_fmt(AV_PIX_FMT_YUVJ420P).time_base(av_make_q(1, 25));
        encoder.thread_count(1);
        encoder.flags(encoder.flags() | AV_CODEC_FLAG_QSCALE);
        encoder.global_quality(scale);
        avcodec_open2(encoder, (org.bytedeco.ffmpeg.avcodec.AVCodec) null, (AVDictionary) null);
    }

    /** MPEG's quantizer, 2 (best) to 31. */
    private static int quantizer(int quality) {
        return 2 + (100 - quality) * 29 / 99;
    }

    boolean fits(int width, int height) {
        return scaled.width() == width && scaled.height() == height;
    }

    /** @return null when the encoder refused */
    byte[] encode(AVFrame picture) {
        scaler = sws_getCachedContext(
                scaler,
                picture.width(),
                picture.height(),
                picture.format(),
                scaled.width(),
                scaled.height(),
                AV_PIX_FMT_YUVJ420P,
                SWS_FAST_BILINEAR,
                null,
                null,
                (DoublePointer) null);
        if (scaler == null || av_frame_make_writable(scaled) < 0) return null;
        sws_scale(scaler, picture.data(), picture.linesize(), 0, picture.height(), scaled.data(), scaled.linesize());
        scaled.pts(scaled.pts() + 1);
        scaled.quality(scale);
        if (avcodec_send_frame(encoder, scaled) < 0 || avcodec_receive_packet(encoder, packet) < 0) return null;
        byte[] jpeg = new byte[packet.size()];
        packet.data().get(jpeg);
        av_packet_unref(packet);
        return jpeg;
    }

    @Override
    public void close() {
        avcodec_free_context(encoder);
        av_frame_free(scaled);
        av_packet_free(packet);
        if (scaler != null) sws_freeContext(scaler);
    }
}
