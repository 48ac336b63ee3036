package club.courtside.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/**
 * Turns, cuts, scales and counts pictures until they are what a copy shall show. A source that changes its size on the way
 * gets another chain of filters; what comes out keeps its size. Used by one thread.
 */
final class PictureFilter implements AutoCloseable {

    private static final AVRational SQUARE = av_make_q(1, 1);
    private static final long LONGEST_PICTURE_SECONDS = 10;

    private final CopyForm form;
    private final AVRational clock;
    private final Upright upright;
    private final boolean interlaced;
    private final boolean toneMapped;
    private final double sourceRate;
    private final PictureShape shape;
    private final AVRational pixelAspect;
    private FilterGraph graph;
    private int width;
    private int height;
    private int format;
    private long end;

    PictureFilter(AVStream source, CopyForm form) {
        AVCodecParameters is = source.codecpar();
        this.form = form;
        this.clock = source.time_base();
        this.upright = Upright.of(is);
        this.interlaced = is.field_order() > AV_FIELD_PROGRESSIVE;
        this.toneMapped = is.color_trc() == AVCOL_TRC_SMPTE2084 || is.color_trc() == AVCOL_TRC_ARIB_STD_B67;
        this.sourceRate = source.avg_frame_rate().den() == 0 ? 0 : av_q2d(source.avg_frame_rate());
        AVRational aspect = is.sample_aspect_ratio();
        AVRational pixel = aspect.num() > 0 && aspect.den() > 0 ? aspect : source.sample_aspect_ratio();
        this.shape = shapeOf(is.width(), is.height(), pixel);
        this.pixelAspect = form.width() > 0 || pixel.num() <= 0 || pixel.den() <= 0
                ? SQUARE
                : upright.sideways() ? av_inv_q(pixel) : pixel;
    }

    private PictureShape shapeOf(int wide, int high, AVRational pixel) {
        double aspect = pixel.num() <= 0 || pixel.den() <= 0 ? 1 : av_q2d(pixel);
        return upright.sideways()
                ? PictureShape.of(high, wide, 1 / aspect, form.width(), form.height(), form.crop())
                : PictureShape.of(wide, high, aspect, form.width(), form.height(), form.crop());
    }

    /** Of what comes out. */
    PictureShape shape() {
        return shape;
    }

    AVRational pixelAspect() {
        return pixelAspect;
    }

    /** Whether colours of a wide range (HDR) are brought to the usual one. */
    boolean isToneMapped() {
        return toneMapped;
    }

    /** Of what comes out. */
    AVRational timeBase() {
        return graph.timeBase();
    }

    void take(AVFrame frame, Decoder.Frames to) throws IOException {
        long moment = frame.best_effort_timestamp();
        if (moment == AV_NOPTS_VALUE) moment = end;
        frame.pts(moment);
        if (graph == null || frame.width() != width || frame.height() != height || frame.format() != format)
            begin(frame, to);
        end = moment + lengthOf(frame);
        graph.take(frame, to);
    }

    private long lengthOf(AVFrame frame) {
        long most = LONGEST_PICTURE_SECONDS * clock.den() / Math.max(1, clock.num());
        if (frame.duration() > 0) return Math.min(frame.duration(), most);
        return sourceRate > 0 ? Math.round(clock.den() / (sourceRate * clock.num())) : 1;
    }

    private void begin(AVFrame frame, Decoder.Frames to) throws IOException {
        finish(to);
        close();
        width = frame.width();
        height = frame.height();
        format = frame.format();
        AVRational pixel = frame.sample_aspect_ratio();
        String arguments = String.format(
                Locale.ROOT,
                "video_size=%dx%d:pix_fmt=%d:time_base=%d/%d:pixel_aspect=%d/%d:colorspace=%d:range=%d",
                width,
                height,
                format,
                clock.num(),
                clock.den(),
                Math.max(0, pixel.num()),
                Math.max(1, pixel.den()),
                frame.colorspace(),
                frame.color_range());
        graph = FilterGraph.ofPictures(arguments, filters(frame), form.threads());
    }

    private String filters(AVFrame frame) {
        int wide = upright.sideways() ? height : width;
        int high = upright.sideways() ? width : height;
        PictureShape now = changed(wide, high, frame.sample_aspect_ratio());
        String rate = "fps=" + form.framesPerSecond();
        boolean fewer = form.framesPerSecond() > 0 && sourceRate > form.framesPerSecond();
        List<String> chain = new ArrayList<>();
        if (interlaced) chain.add("bwdif=mode=send_frame:deint=interlaced");
        if (fewer) chain.add(rate);
        if (!upright.filters().isEmpty()) chain.add(upright.filters());
        if (now.isCut(wide, high)) chain.add("crop=" + now.cutWidth() + ":" + now.cutHeight());
        chain.add("scale=" + now.scaledWidth() + ":" + now.scaledHeight() + colours(frame));
        if (now.hasBars()) chain.add("pad=" + now.width() + ":" + now.height() + ":-1:-1");
        if (form.framesPerSecond() > 0 && !fewer) chain.add(rate);
        chain.add("format=pix_fmts=yuv420p");
        return String.join(",", chain);
    }

    /** What comes out keeps the size that it had at first, whatever the source does. */
    private PictureShape changed(int wide, int high, AVRational pixel) {
        if (form.width() == 0 && shape.equals(PictureShape.of(wide, high, 1, 0, 0, false))) return shape;
        double aspect = pixel.num() <= 0 || pixel.den() <= 0 ? 1 : av_q2d(pixel);
        return PictureShape.of(
                wide,
                high,
                upright.sideways() ? 1 / aspect : aspect,
                shape.width(),
                shape.height(),
                form.crop() && form.width() > 0);
    }

    private String colours(AVFrame frame) {
        boolean told = frame.colorspace() != AVCOL_SPC_UNSPECIFIED && frame.colorspace() != AVCOL_SPC_RGB;
        // Who does not tell means what was usual for that size.
        String from = told ? "" : ":in_color_matrix=" + (Math.min(width, height) >= 720 ? "bt709" : "smpte170m");
        String curve = toneMapped ? ":out_primaries=bt709:out_transfer=bt709" : "";
        return from + ":out_color_matrix=bt709:out_range=tv" + curve + ":flags=bicubic";
    }

    /** What is held back. */
    void finish(Decoder.Frames to) throws IOException {
        if (graph != null) graph.finish(end, to);
    }

    @Override
    public void close() {
        if (graph != null) graph.close();
    }
}
