package club.courtside.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import club.courtside.media.Packet;
import club.courtside.media.Track;
import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecDescriptor;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Decodes the packets of one track. */
final class Decoder implements AutoCloseable {

    interface Frames {
        /** @param frame valid during the call */
        void frame(AVFrame frame) throws IOException;
    }

    private final AVCodecContext context;
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame frame = av_frame_alloc();

    Decoder(Track track) throws IOException {
        AVCodec codec = codec(track.codecName());
        if (codec == null || codec.isNull()) throw new IOException("nothing here decodes " + track.codecName());
        context = avcodec_alloc_context3(codec);
        context.thread_count(1);
        if (!track.isVideo()) {
            context.sample_rate(track.sampleRate());
            av_channel_layout_default(context.ch_layout(), track.channels());
            context.bits_per_coded_sample(track.sampleBits());
        }
        context.extradata(Mp4Stream.padded(track.configuration()));
        context.extradata_size(track.configuration().length);
        int result = avcodec_open2(context, codec, (AVDictionary) null);
        if (result < 0) close();
        Av.check(result, "cannot decode " + track.codecName());
    }

    /** A compression and its decoder need not have the same name (adpcm_g726 and g726). */
    private static AVCodec codec(String name) {
        AVCodecDescriptor known = avcodec_descriptor_get_by_name(name);
        return known == null || known.isNull() ? null : avcodec_find_decoder(known.id());
    }

    void decode(Packet given, Frames frames) throws IOException {
        Av.check(av_new_packet(packet, given.size()), "no memory");
        byte[] bytes = new byte[given.size()];
        given.bytes().get(bytes);
        packet.data().put(bytes, 0, bytes.length);
        packet.pts(given.ptsMicros()).dts(given.dtsMicros());
        int result = avcodec_send_packet(context, packet);
        av_packet_unref(packet);
        Av.check(result, "cannot decode");
        receive(frames);
    }

    /** What was held back for its order. Nothing may be decoded afterwards. */
    void finish(Frames frames) throws IOException {
        avcodec_send_packet(context, (AVPacket) null);
        receive(frames);
    }

    private void receive(Frames frames) throws IOException {
        while (avcodec_receive_frame(context, frame) >= 0) {
            try {
                frames.frame(frame);
            } finally {
                av_frame_unref(frame);
            }
        }
    }

    @Override
    public void close() {
        avcodec_free_context(context);
        av_packet_free(packet);
        av_frame_free(frame);
    }
}
