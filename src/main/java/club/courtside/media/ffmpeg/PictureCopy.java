package club.courtside.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** The pictures of a video, brought to another form and encoded. Used by one thread. */
final class PictureCopy implements AutoCloseable {

    /** Fine enough for the moments of any camera. */
    private static final AVRational OWN_MOMENTS = av_make_q(1, 90_000);

    private static final AVCodec X264 = avcodec_find_encoder_by_name("libx264");
    private static final int SECONDS_BETWEEN_KEYS = 4;

    private final StreamDecoder decoder;
    private final PictureFilter filter;
    private final AVCodecContext encoder;
    private final AVRational time;
    private final Mp4Copy to;
    private final int track;
    private long last = Long.MIN_VALUE;
    private long written;

    /** @param seconds length of the source, as far as it is known */
    PictureCopy(AVStream source, CopyForm form, double seconds, int soundBits, Mp4Copy to) throws IOException {
        this.to = to;
        this.time = form.framesPerSecond() > 0 ? av_make_q(1, form.framesPerSecond()) : OWN_MOMENTS;
        this.decoder = new StreamDecoder(source, form.threads());
        this.filter = new PictureFilter(source, form);
        this.encoder = avcodec_alloc_context3(X264);
        try {
            open(source, form, form.videoBits(seconds, soundBits));
            this.track = to.add(encoder);
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private void open(AVStream source, CopyForm form, long mostBits) throws IOException {
        AVRational rate = form.framesPerSecond() > 0 ? av_inv_q(time) : usual(source);
        PictureShape shape = filter.shape();
        encoder.width(shape.width()).height(shape.height()).pix_fmt(AV_PIX_FMT_YUV420P);
        encoder.time_base(time).framerate(rate).sample_aspect_ratio(filter.pixelAspect());
        encoder.gop_size((int) Math.max(1, Math.round(av_q2d(rate) * SECONDS_BETWEEN_KEYS)));
        encoder.thread_count(form.threads() * 3 / 2);
        encoder.flags(encoder.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        colours(source.codecpar());
        if (mostBits > 0) encoder.rc_max_rate(mostBits).rc_buffer_size((int) Math.min(Integer.MAX_VALUE, mostBits));
        AVDictionary options = Av.options("preset", form.preset(), "crf", Integer.toString(form.crf()));
        int result = avcodec_open2(encoder, X264, options);
        av_dict_free(options);
        Av.check(result, "x264 does not start");
    }

    private static AVRational usual(AVStream source) {
        AVRational rate = source.avg_frame_rate();
        double perSecond = rate.den() == 0 ? 0 : av_q2d(rate);
        return perSecond >= 1 && perSecond <= 240 ? rate : av_make_q(25, 1);
    }

    /** Those of high definition; what differs is brought to them by the filter. */
    private void colours(AVCodecParameters source) {
        encoder.color_range(AVCOL_RANGE_MPEG).colorspace(AVCOL_SPC_BT709);
        boolean told = source.color_primaries() != AVCOL_PRI_UNSPECIFIED && !filter.isToneMapped();
        encoder.color_primaries(told ? source.color_primaries() : AVCOL_PRI_BT709);
        boolean curve = source.color_trc() != AVCOL_TRC_UNSPECIFIED && !filter.isToneMapped();
        encoder.color_trc(curve ? source.color_trc() : AVCOL_TRC_BT709);
    }

    /** @param packet its times counted from the beginning of the copy */
    void take(AVPacket packet) throws IOException {
        decoder.decode(packet, frame -> filter.take(frame, this::encode));
        to.drain(encoder, track);
    }

    private void encode(AVFrame frame) throws IOException {
        long moment = av_rescale_q(frame.pts(), filter.timeBase(), time);
        if (moment <= last) return;
        last = moment;
        frame.pts(moment).pict_type(AV_PICTURE_TYPE_NONE);
        int sent = avcodec_send_frame(encoder, frame);
        Av.check(sent, "cannot encode");
        written++;
        to.drain(encoder, track);
    }

    void finish() throws IOException {
        decoder.finish(frame -> filter.take(frame, this::encode));
        filter.finish(this::encode);
        if (written == 0) throw new Unfit("no_video", "no picture in the file can be decoded");
        avcodec_send_frame(encoder, null);
        to.drain(encoder, track);
    }

    /** Of the source. */
    long damaged() {
        return decoder.damaged();
    }

    long written() {
        return written;
    }

    PictureShape shape() {
        return filter.shape();
    }

    /** Where the last picture begins, in seconds of the copy. */
    double end() {
        return Math.max(0, last) * av_q2d(time);
    }

    @Override
    public void close() {
        decoder.close();
        filter.close();
        avcodec_free_context(encoder);
    }
}
