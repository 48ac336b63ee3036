package club.courtside.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import club.courtside.media.Packet;
import club.courtside.media.PictureDecoder;
import club.courtside.media.Track;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** libavcodec's decoder for one camera, and an encoder for each size that is asked for. */
public final class JpegPictures implements PictureDecoder {

    private record Form(int width, int quality) {}

    private final AVCodecContext decoder;
    private final AVPacket packet = av_packet_alloc();
    private final Map<Form, JpegEncoder> encoders = new HashMap<>();
    private AVFrame next = av_frame_alloc();
    private AVFrame newest = av_frame_alloc();

    public JpegPictures(Track video) throws IOException {
        AVCodecParameters parameters = avcodec_parameters_alloc();
        AVCodecContext opened = null;
        try {
            NativePackets.describe(video, parameters);
            opened = open(parameters);
        } finally {
            avcodec_parameters_free(parameters);
            if (opened == null) free();
        }
        decoder = opened;
    }

    static AVCodecContext open(AVCodecParameters parameters) throws IOException {
        AVCodec codec = avcodec_find_decoder(parameters.codec_id());
        if (codec == null || codec.isNull()) throw new IOException("no decoder for this video");
        AVCodecContext context = avcodec_alloc_context3(codec);
        avcodec_parameters_to_context(context, parameters);
        context.thread_count(1);
        if (avcodec_open2(context, codec, (AVDictionary) null) >= 0) return context;
        avcodec_free_context(context);
        throw new IOException("this video cannot be decoded");
    }

    @Override
    public void decode(Packet from) {
        try {
            NativePackets.fill(packet, from);
            packet.pts(from.ptsMicros());
            packet.dts(from.dtsMicros());
            avcodec_send_packet(decoder, packet);
        } catch (IOException outOfMemory) {
            return;
        } finally {
            av_packet_unref(packet);
        }
        while (avcodec_receive_frame(decoder, next) >= 0) {
            AVFrame older = newest;
            newest = next;
            next = older;
            av_frame_unref(next);
        }
    }

    @Override
    public byte[] jpeg(int width, int quality) {
        return newest.width() == 0 ? null : encoder(new Form(width, quality)).encode(newest);
    }

    private JpegEncoder encoder(Form form) {
        int width = Math.max(2, Math.min(form.width(), newest.width()) & ~1);
        int height = Math.max(2, (int) ((long) newest.height() * width / newest.width()) & ~1);
        JpegEncoder encoder = encoders.get(form);
        if (encoder != null && encoder.fits(width, height)) return encoder;
        if (encoder != null) encoder.close();
        encoder = new JpegEncoder(width, height, form.quality());
        encoders.put(form, encoder);
        return encoder;
    }

    @Override
    public void close() {
        avcodec_free_context(decoder);
        free();
    }

    private void free() {
        List<JpegEncoder> all = new ArrayList<>(encoders.values());
        encoders.clear();
        all.forEach(JpegEncoder::close);
        av_packet_free(packet);
        av_frame_free(next);
        av_frame_free(newest);
    }
}
