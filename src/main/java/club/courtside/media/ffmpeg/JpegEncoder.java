package club.courtside.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.global.swscale.*;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;

/** Scales decoded pictures to one size and encodes them. Used by one thread. */
final class JpegEncoder implements AutoCloseable {

    private final AVCodecContext encoder;
    private final AVFrame scaled = av_frame_alloc();
    private final AVPacket packet = av_packet_alloc();
    private final SwsContext scaler = sws_alloc_context();
    private final int sourceWidth;
    private final int sourceHeight;
    private final int scale;

    /**
     * @param source as all pictures will be
     * @param width wanted; never more than the source has, and even
     * @param quality 1 to 100
     */
    static JpegEncoder of(AVFrame source, int width, int quality) {
        int wide = even(Math.min(width, source.width()));
        int high = even((int) ((long) source.height() * wide / source.width()));
        return new JpegEncoder(source, wide, high, quality);
    }

    private static int even(int length) {
        return Math.max(2, length & ~1);
    }

    private JpegEncoder(AVFrame source, int width, int height, int quality) {
        sourceWidth = source.width();
        sourceHeight = source.height();
        scale = FF_QP2LAMBDA * quantizer(quality);
        scaler.flags(SWS_FAST_BILINEAR);
        // JFIF: full range, BT.601.
        scaled.format(AV_PIX_FMT_YUV420P).width(width).height(height);
        scaled.color_range(AVCOL_RANGE_JPEG).colorspace(AVCOL_SPC_BT470BG);
        av_frame_get_buffer(scaled, 0);
        encoder = avcodec_alloc_context3(avcodec_find_encoder(AV_CODEC_ID_MJPEG));
        encoder.width(width).height(height).pix_fmt(AV_PIX_FMT_YUV420P).time_base(av_make_q(1, 25));
        encoder.color_range(AVCOL_RANGE_JPEG).colorspace(AVCOL_SPC_BT470BG);
        encoder.thread_count(1);
        encoder.flags(encoder.flags() | AV_CODEC_FLAG_QSCALE);
        encoder.global_quality(scale);
        avcodec_open2(encoder, (AVCodec) null, (AVDictionary) null);
    }

    /** MPEG's quantizer, 2 (best) to 31. */
    private static int quantizer(int quality) {
        return 2 + (100 - quality) * 29 / 99;
    }

    /** Whether the source still has the size that this was made for. */
    boolean fits(AVFrame picture) {
        return picture.width() == sourceWidth && picture.height() == sourceHeight;
    }

    /** @return null when the encoder refused */
    byte[] encode(AVFrame picture) {
        if (av_frame_make_writable(scaled) < 0 || sws_scale_frame(scaler, scaled, picture) < 0) return null;
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
        sws_freeContext(scaler);
    }
}
