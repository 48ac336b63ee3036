package club.courtside.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.util.Locale;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/** Brings decoded sound to one form, in pieces of one size. Used by one thread. */
final class SoundFilter implements AutoCloseable {

    private final String sampleFormat;
    private final int rate;
    private final int channels;
    private final int piece;
    private FilterGraph graph;
    private int rateIn;
    private int formatIn;
    private int channelsIn;

    /** @param piece samples; the last piece before {@link #finish} is filled up with silence */
    SoundFilter(String sampleFormat, int rate, int channels, int piece) {
        this.sampleFormat = sampleFormat;
        this.rate = rate;
        this.channels = channels;
        this.piece = piece;
    }

    void take(AVFrame frame, Decoder.Frames to) throws IOException {
        if (graph == null || !fits(frame)) begin(frame, to);
        if (frame.ch_layout().order() == AV_CHANNEL_ORDER_UNSPEC)
            av_channel_layout_default(frame.ch_layout(), channelsIn);
        frame.pts(AV_NOPTS_VALUE);
        graph.take(frame, given -> whole(given, to));
    }

    private boolean fits(AVFrame frame) {
        return frame.sample_rate() == rateIn
                && frame.format() == formatIn
                && frame.ch_layout().nb_channels() == channelsIn;
    }

    private void begin(AVFrame frame, Decoder.Frames to) throws IOException {
        finish(to);
        rateIn = frame.sample_rate();
        formatIn = frame.format();
        channelsIn = frame.ch_layout().nb_channels();
        String layout = channels == 1 ? "mono" : "stereo";
        graph = FilterGraph.ofSound(
                String.format(
                        Locale.ROOT,
                        "time_base=1/%d:sample_rate=%d:sample_fmt=%d:channel_layout=%s",
                        rateIn,
                        rateIn,
                        formatIn,
                        layoutOf(frame)),
                String.format(
                        Locale.ROOT,
                        "aresample=%d,aformat=sample_fmts=%s:sample_rates=%d:channel_layouts=%s",
                        rate,
                        sampleFormat,
                        rate,
                        layout));
        graph.pieces(piece);
    }

    private String layoutOf(AVFrame frame) {
        if (frame.ch_layout().order() == AV_CHANNEL_ORDER_UNSPEC)
            av_channel_layout_default(frame.ch_layout(), channelsIn);
        try (BytePointer text = new BytePointer(128)) {
            av_channel_layout_describe(frame.ch_layout(), text, text.capacity());
            return text.getString();
        }
    }

    private void whole(AVFrame frame, Decoder.Frames to) throws IOException {
        int samples = frame.nb_samples();
        if (samples == 0) return;
        if (samples == piece) {
            to.frame(frame);
            return;
        }
        AVFrame filled = av_frame_alloc();
        try {
            filled.format(frame.format()).sample_rate(rate).nb_samples(piece);
            Av.check(av_channel_layout_copy(filled.ch_layout(), frame.ch_layout()), "no memory");
            Av.check(av_frame_get_buffer(filled, 0), "no memory");
            av_samples_copy(filled.extended_data(), frame.extended_data(), 0, 0, samples, channels, frame.format());
            av_samples_set_silence(filled.extended_data(), samples, piece - samples, channels, frame.format());
            to.frame(filled);
        } finally {
            av_frame_free(filled);
        }
    }

    /** What is held back; afterwards it may begin again. */
    void finish(Decoder.Frames to) throws IOException {
        if (graph == null) return;
        graph.finish(AV_NOPTS_VALUE, given -> whole(given, to));
        close();
    }

    @Override
    public void close() {
        if (graph != null) graph.close();
        graph = null;
    }
}
