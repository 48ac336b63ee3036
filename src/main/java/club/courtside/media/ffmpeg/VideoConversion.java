package club.courtside.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.global.swscale.*;

import club.courtside.media.Conversion;
import club.courtside.media.Packet;
import club.courtside.media.Track;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;

/** Any video to H.264 or H.265, yuv420p. Every picture keeps its own time, so a variable rate stays variable. */
final class VideoConversion implements Conversion {

    private final VideoForm form;
    private final Decoder decoder;
    private final AVCodecContext encoder;
    private final AVFrame scaled = av_frame_alloc();
    private final AVPacket encoded = av_packet_alloc();
    private final Track track;
    private SwsContext scaler = new SwsContext(null);
    private long lastKey = Long.MIN_VALUE;
    private long last = -Packet.APART;

    /** Of the size of {@code like}, or of its own when there is none. */
    static VideoConversion forFile(Track from, Track like) throws IOException {
        return new VideoConversion(from, like, VideoForm.ofFile(like));
    }

    /** Cheap and without delay. */
    static VideoConversion forViewers(Track from, Track like) throws IOException {
        return new VideoConversion(from, like, VideoForm.LIVE);
    }

    private VideoConversion(Track from, Track like, VideoForm form) throws IOException {
        this.form = form;
        Track model = like == null ? from : like;
        int width = Math.min(model.width(), form.widest()) & ~1;
        int height = model.width() == 0 ? 0 : (int) ((long) model.height() * width / model.width()) & ~1;
        if (width < 2 || height < 2) throw new IOException("the size of the picture is not known");
        decoder = new Decoder(from);
        try {
            encoder = encoder(width, height);
        } catch (IOException | RuntimeException e) {
            decoder.close();
            throw e;
        }
        byte[] configuration = new byte[encoder.extradata_size()];
        encoder.extradata().get(configuration);
        track = new Track(from.index(), Track.Kind.VIDEO, form.codec(), width, height, 0, 0, configuration);
        scaled.format(AV_PIX_FMT_YUV420P).width(width).height(height);
        Av.check(av_frame_get_buffer(scaled, 0), "no memory");
    }

    private AVCodecContext encoder(int width, int height) throws IOException {
        AVCodec codec = avcodec_find_encoder_by_name(form.encoder());
        if (codec == null) throw new IOException("this FFmpeg has no " + form.encoder());
        AVCodecContext encoder = avcodec_alloc_context3(codec);
        encoder.width(width).height(height).pix_fmt(AV_PIX_FMT_YUV420P);
        encoder.time_base(Av.MICROS).framerate(av_make_q(25, 1)).gop_size(250).max_b_frames(0);
        encoder.color_range(AVCOL_RANGE_MPEG);
        encoder.thread_count(Math.min(4, Runtime.getRuntime().availableProcessors()));
        encoder.flags(encoder.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        AVDictionary options = form.options();
        int result = avcodec_open2(encoder, codec, options);
        av_dict_free(options);
        if (result < 0) avcodec_free_context(encoder);
        Av.check(result, form.encoder() + " does not start");
        return encoder;
    }

    @Override
    public Track track() {
        return track;
    }

    @Override
    public List<Packet> convert(Packet packet) throws IOException {
        List<Packet> results = new ArrayList<>(1);
        decoder.decode(packet, frame -> encode(frame, packet.arrivedNanos(), results));
        return results;
    }

    /** Reordered pictures come out later than they went in, each with its own time. */
    private void encode(AVFrame frame, long arrivedNanos, List<Packet> results) throws IOException {
        if (form.isStale(arrivedNanos)) return;
        scale(frame);
        long time = Math.max(frame.pts(), last + Packet.APART);
        last = time;
        boolean key = time - lastKey >= form.keyEvery() || lastKey == Long.MIN_VALUE;
        if (key) lastKey = time;
        scaled.pts(time);
        scaled.pict_type(key ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE);
        Av.check(avcodec_send_frame(encoder, scaled), "cannot encode");
        receive(arrivedNanos, results);
    }

    private void scale(AVFrame frame) throws IOException {
        scaler = sws_getCachedContext(
                scaler,
                frame.width(),
                frame.height(),
                frame.format(),
                track.width(),
                track.height(),
                AV_PIX_FMT_YUV420P,
                SWS_BILINEAR,
                null,
                null,
                (DoublePointer) null);
        if (scaler == null || scaler.isNull()) throw new IOException("the picture cannot be converted");
        Av.check(av_frame_make_writable(scaled), "no memory");
        sws_scale(scaler, frame.data(), frame.linesize(), 0, frame.height(), scaled.data(), scaled.linesize());
    }

    private void receive(long arrivedNanos, List<Packet> results) {
        while (avcodec_receive_packet(encoder, encoded) >= 0) {
            byte[] bytes = new byte[encoded.size()];
            encoded.data().get(bytes);
            boolean key = (encoded.flags() & AV_PKT_FLAG_KEY) != 0;
            results.add(new Packet(track, encoded.pts(), encoded.dts(), key, arrivedNanos, ByteBuffer.wrap(bytes)));
            av_packet_unref(encoded);
        }
    }

    @Override
    public List<Packet> finish() throws IOException {
        List<Packet> results = new ArrayList<>();
        decoder.finish(frame -> encode(frame, System.nanoTime(), results));
        avcodec_send_frame(encoder, null);
        receive(System.nanoTime(), results);
        return results;
    }

    @Override
    public void close() {
        decoder.close();
        avcodec_free_context(encoder);
        av_frame_free(scaled);
        av_packet_free(encoded);
        if (scaler != null) sws_freeContext(scaler);
    }
}
