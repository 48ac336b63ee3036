package club.courtside.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.global.swresample.*;

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
import org.bytedeco.ffmpeg.avutil.AVAudioFifo;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swresample.SwrContext;

/**
 * Any audio to AAC-LC. The time of what comes out is counted in samples from the last break, so it runs evenly; a break of
 * more than a tenth of a second stays one.
 */
final class AudioToAac implements Conversion {

    private static final long BREAK_MICROS = 100_000;

    private final Decoder decoder;
    private final AVCodecContext encoder;
    private final Track track;
    private final AVAudioFifo waiting;
    private final AVFrame resampled = av_frame_alloc();
    private final AVFrame frame = av_frame_alloc();
    private final AVPacket encoded = av_packet_alloc();
    private SwrContext resampler;
    private int rateIn;
    private int formatIn;
    private int channelsIn;
    private long base = Long.MIN_VALUE;
    private long samplesIn;
    private long samplesOut;

    AudioToAac(Track from, Track like) throws IOException {
        Track model = like == null ? from : like;
        int rate = Adts.knows(model.sampleRate()) ? model.sampleRate() : 48_000;
        int channels = Math.min(2, model.channels());
        decoder = new Decoder(from);
        try {
            encoder = encoder(rate, channels);
        } catch (IOException | RuntimeException e) {
            decoder.close();
            throw e;
        }
        byte[] configuration = new byte[encoder.extradata_size()];
        encoder.extradata().get(configuration);
        track = new Track(from.index(), Track.Kind.AUDIO, Track.Codec.AAC, 0, 0, rate, channels, configuration);
        waiting = av_audio_fifo_alloc(AV_SAMPLE_FMT_FLTP, channels, encoder.frame_size() * 4);
    }

    private static AVCodecContext encoder(int rate, int channels) throws IOException {
        AVCodec codec = avcodec_find_encoder(AV_CODEC_ID_AAC);
        AVCodecContext encoder = avcodec_alloc_context3(codec);
        encoder.sample_rate(rate).sample_fmt(AV_SAMPLE_FMT_FLTP).time_base(av_make_q(1, rate));
        av_channel_layout_default(encoder.ch_layout(), channels);
        encoder.bit_rate(Math.max(24_000, Math.min(128_000, rate * channels * 2L)));
        encoder.flags(encoder.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        int result = avcodec_open2(encoder, codec, (AVDictionary) null);
        if (result < 0) avcodec_free_context(encoder);
        Av.check(result, "AAC does not start");
        return encoder;
    }

    @Override
    public Track track() {
        return track;
    }

    @Override
    public List<Packet> convert(Packet packet) throws IOException {
        List<Packet> results = new ArrayList<>(2);
        decoder.decode(packet, decoded -> take(decoded, packet, results));
        return results;
    }

    private void take(AVFrame decoded, Packet packet, List<Packet> results) throws IOException {
        long expected = base + samplesIn * 1_000_000 / track.sampleRate();
        if (base == Long.MIN_VALUE || Math.abs(packet.ptsMicros() - expected) > BREAK_MICROS) begin(packet);
        resample(decoded);
        while (av_audio_fifo_size(waiting) >= encoder.frame_size()) encode(packet.arrivedNanos(), results);
    }

    /** What waits is less than one frame of AAC; it is given up for the sake of the time stamps. */
    private void begin(Packet packet) {
        av_audio_fifo_reset(waiting);
        base = packet.ptsMicros();
        samplesIn = 0;
        samplesOut = 0;
    }

    private void resample(AVFrame decoded) throws IOException {
        if (resampler == null || !fits(decoded)) resampler = resampler(decoded);
        av_frame_unref(resampled);
        resampled.format(AV_SAMPLE_FMT_FLTP).sample_rate(track.sampleRate());
        av_channel_layout_default(resampled.ch_layout(), track.channels());
        Av.check(swr_convert_frame(resampler, resampled, decoded), "cannot convert the sound");
        int count = resampled.nb_samples();
        if (count > 0) av_audio_fifo_write(waiting, resampled.extended_data(), count);
        samplesIn += count;
    }

    /** The first frames of a stream that was joined in its middle may claim anything, and a camera may change. */
    private boolean fits(AVFrame decoded) {
        return decoded.sample_rate() == rateIn
                && decoded.format() == formatIn
                && decoded.ch_layout().nb_channels() == channelsIn;
    }

    private SwrContext resampler(AVFrame decoded) throws IOException {
        if (resampler != null) swr_free(resampler);
        resampler = null;
        rateIn = decoded.sample_rate();
        formatIn = decoded.format();
        channelsIn = decoded.ch_layout().nb_channels();
        SwrContext made = new SwrContext(null);
        Av.check(
                swr_alloc_set_opts2(
                        made,
                        encoder.ch_layout(),
                        AV_SAMPLE_FMT_FLTP,
                        track.sampleRate(),
                        decoded.ch_layout(),
                        decoded.format(),
                        decoded.sample_rate(),
                        0,
                        null),
                "cannot convert the sound");
        Av.check(swr_init(made), "cannot convert the sound");
        return made;
    }

    private void encode(long arrivedNanos, List<Packet> results) throws IOException {
        int size = Math.min(encoder.frame_size(), av_audio_fifo_size(waiting));
        av_frame_unref(frame);
        frame.format(AV_SAMPLE_FMT_FLTP).sample_rate(track.sampleRate()).nb_samples(size);
        av_channel_layout_default(frame.ch_layout(), track.channels());
        Av.check(av_frame_get_buffer(frame, 0), "no memory");
        av_audio_fifo_read(waiting, frame.extended_data(), size);
        frame.pts(base * track.sampleRate() / 1_000_000 + samplesOut);
        samplesOut += size;
        Av.check(avcodec_send_frame(encoder, frame), "cannot encode the sound");
        receive(arrivedNanos, results);
    }

    private void receive(long arrivedNanos, List<Packet> results) {
        while (avcodec_receive_packet(encoder, encoded) >= 0) {
            byte[] bytes = new byte[encoded.size()];
            encoded.data().get(bytes);
            long time = encoded.pts() * 1_000_000 / track.sampleRate();
            results.add(new Packet(track, time, time, true, arrivedNanos, ByteBuffer.wrap(bytes)));
            av_packet_unref(encoded);
        }
    }

    @Override
    public List<Packet> finish() throws IOException {
        List<Packet> results = new ArrayList<>();
        if (av_audio_fifo_size(waiting) > 0) encode(System.nanoTime(), results);
        avcodec_send_frame(encoder, null);
        receive(System.nanoTime(), results);
        return results;
    }

    @Override
    public void close() {
        decoder.close();
        avcodec_free_context(encoder);
        av_audio_fifo_free(waiting);
        av_frame_free(resampled);
        av_frame_free(frame);
        av_packet_free(encoded);
        if (resampler != null) swr_free(resampler);
    }
}
