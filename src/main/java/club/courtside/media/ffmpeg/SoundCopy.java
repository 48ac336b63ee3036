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
import org.bytedeco.ffmpeg.avutil.AVRational;

/**
 * The sound of a video as AAC-LC, mono or stereo. Its time is counted in samples from the last break, so it runs evenly; a
 * break of more than a tenth of a second stays one. Used by one thread.
 */
final class SoundCopy implements AutoCloseable {

    private static final AVCodec AAC = avcodec_find_encoder(AV_CODEC_ID_AAC);
    private static final double BREAK_SECONDS = 0.1;

    private final StreamDecoder decoder;
    private final SoundFilter filter;
    private final AVCodecContext encoder;
    private final AVRational clock;
    private final Mp4Copy to;
    private final int track;
    private double expected = Double.NEGATIVE_INFINITY;
    private long next;
    private boolean heard;

    SoundCopy(AVStream source, int bits, Mp4Copy to) throws IOException {
        this.to = to;
        this.clock = source.time_base();
        this.decoder = new StreamDecoder(source, 1);
        this.encoder = avcodec_alloc_context3(AAC);
        int given = source.codecpar().sample_rate();
        int rate = given == 44_100 || given == 48_000 ? given : 48_000;
        int channels = channelsOf(source);
        this.filter = new SoundFilter("fltp", rate, channels, 1024);
        try {
            open(rate, channels, bits);
            this.track = to.add(encoder);
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Of the copy. */
    static int channelsOf(AVStream source) {
        return Math.max(1, Math.min(2, source.codecpar().ch_layout().nb_channels()));
    }

    private void open(int rate, int channels, int bits) throws IOException {
        encoder.sample_rate(rate).sample_fmt(AV_SAMPLE_FMT_FLTP).time_base(av_make_q(1, rate));
        av_channel_layout_default(encoder.ch_layout(), channels);
        encoder.bit_rate(bits);
        encoder.flags(encoder.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        Av.check(avcodec_open2(encoder, AAC, (AVDictionary) null), "AAC does not start");
    }

    /** @param packet its times counted from the beginning of the copy */
    void take(AVPacket packet) throws IOException {
        decoder.decode(packet, this::filter);
    }

    private void filter(AVFrame frame) throws IOException {
        if (frame.sample_rate() <= 0 || frame.nb_samples() <= 0) return;
        long told = frame.best_effort_timestamp();
        double moment = told == AV_NOPTS_VALUE ? expected : told * av_q2d(clock);
        if (Math.abs(moment - expected) > BREAK_SECONDS) {
            filter.finish(this::encode);
            // Sound that begins before the picture, or goes back in time, comes as soon as it can.
            next = Math.max(next, Math.round(Math.max(0, moment) * encoder.sample_rate()));
            expected = moment;
        }
        expected += frame.nb_samples() / (double) frame.sample_rate();
        filter.take(frame, this::encode);
    }

    private void encode(AVFrame frame) throws IOException {
        frame.pts(next);
        next += frame.nb_samples();
        heard = true;
        Av.check(avcodec_send_frame(encoder, frame), "cannot encode the sound");
        to.drain(encoder, track);
    }

    void finish() throws IOException {
        decoder.finish(this::filter);
        filter.finish(this::encode);
        avcodec_send_frame(encoder, null);
        to.drain(encoder, track);
    }

    boolean isHeard() {
        return heard;
    }

    /** Where its last sample ends, in seconds of the copy. */
    double end() {
        return next / (double) encoder.sample_rate();
    }

    @Override
    public void close() {
        decoder.close();
        filter.close();
        avcodec_free_context(encoder);
    }
}
