package club.courtside.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Makes AAC-LC out of 16-bit sound: plain Java values in and out. Used by one thread; {@link #close()} frees all native
 * memory.
 */
public final class AacEncoder implements AutoCloseable {

    /** Samples per channel in one AAC-LC frame (ISO/IEC 14496-3). */
    public static final int FRAME = 1024;

    private final int channels;
    private final AVCodecContext codec;
    private final AVFrame frame = av_frame_alloc();
    private final AVPacket packet = av_packet_alloc();
    private final float[][] pending;
    private final byte[] audioSpecificConfig;
    private int filled;
    private long samples;
    private boolean closed;

    /**
     * @param sampleRate in Hz, one of AAC's (8000 to 96000)
     * @param channels 1 or 2
     */
    public AacEncoder(int sampleRate, int channels, int bitsPerSecond) {
        if (channels < 1 || channels > 2) throw new IllegalArgumentException("sound has one or two channels");
        this.channels = channels;
        pending = new float[channels][FRAME];
        AVCodec aac = avcodec_find_encoder(AV_CODEC_ID_AAC);
        codec = avcodec_alloc_context3(aac);
        try {
            open(aac, sampleRate, bitsPerSecond);
            allocateFrame(sampleRate);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        audioSpecificConfig = new byte[codec.extradata_size()];
        codec.extradata().get(audioSpecificConfig);
    }

    private void open(AVCodec aac, int sampleRate, int bitsPerSecond) {
        codec.log_level_offset(16)
                .sample_rate(sampleRate)
                .sample_fmt(AV_SAMPLE_FMT_FLTP)
                .bit_rate(bitsPerSecond);
        codec.time_base(av_make_q(1, sampleRate)).flags(codec.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        av_channel_layout_default(codec.ch_layout(), channels);
        AVDictionary options = new AVDictionary(null);
        av_dict_set(options, "aac_coder", "fast", 0);
        int result = avcodec_open2(codec, aac, options);
        av_dict_free(options);
        check(result, "the AAC encoder does not open");
    }

    private void allocateFrame(int sampleRate) {
        frame.format(AV_SAMPLE_FMT_FLTP).nb_samples(FRAME).sample_rate(sampleRate);
        check(av_channel_layout_copy(frame.ch_layout(), codec.ch_layout()), "no memory for sound");
        check(av_frame_get_buffer(frame, 0), "no memory for sound");
    }

    /** AudioSpecificConfig (ISO/IEC 14496-3): what a decoder needs before the first frame. */
    public byte[] audioSpecificConfig() {
        return audioSpecificConfig.clone();
    }

    /**
     * @param pcm signed 16-bit samples, channels interleaved, any length
     * @return the frames that became complete, without ADTS; the first one decodes to the encoder's delay of
     *     {@value #FRAME} samples, before the first sample given
     */
    public List<byte[]> encode(short[] pcm) {
        if (pcm.length % channels != 0) throw new IllegalArgumentException("a sample of a channel is missing");
        List<byte[]> frames = new ArrayList<>(2);
        for (int i = 0; i < pcm.length; i += channels) {
            for (int c = 0; c < channels; c++) pending[c][filled] = pcm[i + c] / 32768f;
            if (++filled == FRAME) send(frames);
        }
        return frames;
    }

    private void send(List<byte[]> frames) {
        filled = 0;
        check(av_frame_make_writable(frame), "no memory for sound");
        for (int c = 0; c < channels; c++) new FloatPointer(frame.data(c)).put(pending[c], 0, FRAME);
        frame.pts(samples);
        samples += FRAME;
        check(avcodec_send_frame(codec, frame), "the AAC encoder refuses a frame");
        drain(frames);
    }

    /** Ends the stream and returns the frames still inside; the last is filled up with silence. */
    public List<byte[]> finish() {
        List<byte[]> frames = new ArrayList<>(2);
        if (filled > 0) encode(new short[(FRAME - filled) * channels]).forEach(frames::add);
        avcodec_send_frame(codec, null);
        drain(frames);
        return frames;
    }

    private void drain(List<byte[]> frames) {
        while (avcodec_receive_packet(codec, packet) >= 0) {
            byte[] data = new byte[packet.size()];
            packet.data().get(data);
            frames.add(data);
            av_packet_unref(packet);
        }
    }

    private static void check(int result, String what) {
        if (result < 0) throw new IllegalStateException(what + " (FFmpeg error " + result + ")");
    }

    @Override
    public void close() {
        if (closed) return;
        closed = true;
        av_packet_free(packet);
        av_frame_free(frame);
        avcodec_free_context(codec);
    }
}
