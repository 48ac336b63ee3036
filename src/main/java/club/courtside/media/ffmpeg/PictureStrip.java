package club.courtside.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.global.swscale.*;

import java.io.IOException;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.Pointer;

/** Small pictures beside each other in one, row by row; black where none was put. Used by one thread. */
final class PictureStrip implements AutoCloseable {

    private static final int QUALITY = 70;
    private static final int PLANES = 3;
    private static final int BLACK = 0;
    private static final int COLOURLESS = 128;

    private final int columns;
    private final int width;
    private final int height;
    private final AVFrame sheet;

    /**
     * @param like a picture of the proportions that all will have
     * @param width of each, even
     */
    PictureStrip(AVFrame like, int pictures, int columns, int width) throws IOException {
        this.columns = Math.min(pictures, columns);
        this.width = width;
        this.height = Math.max(2, (int) ((long) like.height() * width / like.width()) & ~1);
        int rows = (pictures + this.columns - 1) / this.columns;
        sheet = blank(width * this.columns, height * rows);
        for (int plane = 0; plane < PLANES; plane++) {
            long bytes = (long) sheet.linesize(plane) * (plane == 0 ? sheet.height() : sheet.height() / 2);
            Pointer.memset(sheet.data(plane), plane == 0 ? BLACK : COLOURLESS, bytes);
        }
    }

    /** In the form of JPEG (JFIF): full range, BT.601. */
    private static AVFrame blank(int width, int height) throws IOException {
        AVFrame frame = av_frame_alloc();
        frame.format(AV_PIX_FMT_YUV420P).width(width).height(height);
        frame.color_range(AVCOL_RANGE_JPEG).colorspace(AVCOL_SPC_BT470BG);
        int result = av_frame_get_buffer(frame, 0);
        if (result < 0) av_frame_free(frame);
        Av.check(result, "no memory for the pictures");
        return frame;
    }

    void put(int at, AVFrame picture) throws IOException {
        AVFrame small = blank(width, height);
        SwsContext scaler = sws_alloc_context();
        try {
            scaler.flags(SWS_FAST_BILINEAR);
            Av.check(sws_scale_frame(scaler, small, picture), "the picture cannot be made small");
            for (int plane = 0; plane < PLANES; plane++) copy(small, plane, at % columns, at / columns);
        } finally {
            sws_freeContext(scaler);
            av_frame_free(small);
        }
    }

    private void copy(AVFrame small, int plane, int column, int row) {
        int wide = plane == 0 ? width : width / 2;
        int high = plane == 0 ? height : height / 2;
        long at = (long) row * high * sheet.linesize(plane) + (long) column * wide;
        av_image_copy_plane(
                sheet.data(plane).getPointer(at),
                sheet.linesize(plane),
                small.data(plane),
                small.linesize(plane),
                wide,
                high);
    }

    byte[] jpeg() throws IOException {
        try (var encoder = JpegEncoder.of(sheet, sheet.width(), QUALITY)) {
            byte[] jpeg = encoder.encode(sheet);
            if (jpeg == null) throw new IOException("the pictures cannot be encoded");
            return jpeg;
        }
    }

    @Override
    public void close() {
        av_frame_free(sheet);
    }
}
