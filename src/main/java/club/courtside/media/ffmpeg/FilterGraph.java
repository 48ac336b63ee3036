package club.courtside.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avfilter.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avfilter.AVFilterInOut;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;

/** A chain of FFmpeg's filters with one beginning and one end. Used by one thread. */
final class FilterGraph implements AutoCloseable {

    private final AVFilterGraph graph = avfilter_graph_alloc();
    private final AVFilterContext source = new AVFilterContext(null);
    private final AVFilterContext sink = new AVFilterContext(null);
    private final AVFrame frame = av_frame_alloc();

    static FilterGraph ofPictures(String arguments, String filters, int threads) throws IOException {
        return new FilterGraph("buffer", arguments, filters, "buffersink", threads);
    }

    static FilterGraph ofSound(String arguments, String filters) throws IOException {
        return new FilterGraph("abuffer", arguments, filters, "abuffersink", 1);
    }

    private FilterGraph(String from, String arguments, String filters, String to, int threads) throws IOException {
        graph.nb_threads(threads);
        try {
            create(source, from, "in", arguments);
            create(sink, to, "out", null);
            connect(filters);
            Av.check(avfilter_graph_config(graph, null), "the filters do not fit");
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private void create(AVFilterContext filter, String kind, String name, String arguments) throws IOException {
        Av.check(
                avfilter_graph_create_filter(filter, avfilter_get_by_name(kind), name, arguments, null, graph),
                "no filter " + kind);
    }

    private void connect(String filters) throws IOException {
        AVFilterInOut outputs = end("in", source);
        AVFilterInOut inputs = end("out", sink);
        try {
            Av.check(avfilter_graph_parse_ptr(graph, filters, inputs, outputs, null), "not understood: " + filters);
        } finally {
            avfilter_inout_free(inputs);
            avfilter_inout_free(outputs);
        }
    }

    private static AVFilterInOut end(String name, AVFilterContext filter) {
        AVFilterInOut end = avfilter_inout_alloc();
        end.name(new BytePointer(av_strdup(name)));
        end.filter_ctx(filter).pad_idx(0).next(null);
        return end;
    }

    /** Sound comes out in pieces of that many samples; the last one may be shorter. */
    void pieces(int samples) {
        av_buffersink_set_frame_size(sink, samples);
    }

    AVRational timeBase() {
        return av_buffersink_get_time_base(sink);
    }

    void take(AVFrame given, Decoder.Frames to) throws IOException {
        Av.check(av_buffersrc_add_frame_flags(source, given, AV_BUFFERSRC_FLAG_KEEP_REF), "cannot filter");
        give(to);
    }

    /** Nothing may be taken afterwards. */
    void finish(long pts, Decoder.Frames to) throws IOException {
        Av.check(av_buffersrc_close(source, pts, 0), "cannot filter");
        give(to);
    }

    private void give(Decoder.Frames to) throws IOException {
        while (true) {
            int result = av_buffersink_get_frame(sink, frame);
            if (result == AVERROR_EAGAIN() || result == AVERROR_EOF) return;
            Av.check(result, "cannot filter");
            try {
                to.frame(frame);
            } finally {
                av_frame_unref(frame);
            }
        }
    }

    @Override
    public void close() {
        avfilter_graph_free(graph);
        av_frame_free(frame);
    }
}
