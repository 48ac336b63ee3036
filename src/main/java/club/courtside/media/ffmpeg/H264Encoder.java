package club.courtside.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Makes H.264 out of pictures: plain Java values in and out. No B-frames, so access units come in the order of display.
 * Used by one thread; {@link #close()} frees all native memory.
 */
public final class H264Encoder implements AutoCloseable {

    /**
     * @param width even, in pixels
     * @param height even, in pixels
     * @param framesPerSecond what the encoder plans its bit rate for; the time stamps may deviate
     * @param bitsPerSecond the average and, over half a second, the most
     * @param gop pictures from one key frame to the next
     * @param preset x264's name, {@code ultrafast} to {@code veryslow}
     * @param tune x264's name such as {@code zerolatency}; empty for none
     */
    public record Settings(
            int width, int height, int framesPerSecond, int bitsPerSecond, int gop, String preset, String tune) {

        public Settings {
            if (width < 16 || height < 16 || width % 2 != 0 || height % 2 != 0)
                throw new IllegalArgumentException("a picture has even sides of at least 16 pixels");
            if (framesPerSecond < 1 || bitsPerSecond < 1000 || gop < 1)
                throw new IllegalArgumentException("frame rate, bit rate and key frame distance are positive");
        }

        /** What a live camera sends: no delay, a key frame each second. */
        public static Settings live(int width, int height, int framesPerSecond, int bitsPerSecond) {
            return new Settings(
                    width, height, framesPerSecond, bitsPerSecond, framesPerSecond, "ultrafast", "zerolatency");
        }
    }

    /**
     * One coded picture.
     *
     * @param data Annex B, without the parameter sets
     * @param ptsMicros as given to {@link #encode}
     * @param key whether decoding can begin here
     */
    public record AccessUnit(byte[] data, long ptsMicros, boolean key) {}

    private final Settings settings;
    private final AVCodecContext codec;
    private final AVFrame frame = av_frame_alloc();
    private final AVPacket packet = av_packet_alloc();
    private Planes planes;
    private final byte[] parameterSets;
    private boolean closed;

    public H264Encoder(Settings settings) {
        this.settings = settings;
        AVCodec x264 = avcodec_find_encoder_by_name("libx264");
        if (x264 == null || x264.isNull()) throw new IllegalStateException("this build of FFmpeg has no x264");
        codec = avcodec_alloc_context3(x264);
        try {
            open(x264);
            allocateFrame();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        parameterSets = new byte[codec.extradata_size()];
        codec.extradata().get(parameterSets);
    }

    private void open(AVCodec x264) {
        codec.width(settings.width())
                .height(settings.height())
                .pix_fmt(AV_PIX_FMT_YUV420P)
                .color_range(AVCOL_RANGE_MPEG)
                .colorspace(AVCOL_SPC_BT709)
                .color_primaries(AVCOL_PRI_BT709)
                .color_trc(AVCOL_TRC_BT709)
                .time_base(av_make_q(1, 1_000_000))
                .framerate(av_make_q(settings.framesPerSecond(), 1))
                .gop_size(settings.gop())
                .max_b_frames(0)
                .thread_count(1)
                .log_level_offset(16)
                .flags(codec.flags() | AV_CODEC_FLAG_GLOBAL_HEADER)
                .bit_rate(settings.bitsPerSecond())
                .rc_max_rate(settings.bitsPerSecond())
                .rc_buffer_size(settings.bitsPerSecond() / 2);
        AVDictionary options = new AVDictionary(null);
        av_dict_set(options, "preset", settings.preset(), 0);
        if (!settings.tune().isEmpty()) av_dict_set(options, "tune", settings.tune(), 0);
        av_dict_set(options, "forced-idr", "1", 0);
        av_dict_set(options, "x264-params", "scenecut=0:log=-1", 0);
        int result = avcodec_open2(codec, x264, options);
        av_dict_free(options);
        check(result, "x264 does not open");
    }

    private void allocateFrame() {
        frame.format(AV_PIX_FMT_YUV420P).width(settings.width()).height(settings.height());
        frame.color_range(AVCOL_RANGE_MPEG).colorspace(AVCOL_SPC_BT709);
        check(av_frame_get_buffer(frame, 0), "no memory for a picture");
    }

    /** Sequence and picture parameter sets, Annex B: what a decoder needs before the first key frame. */
    public byte[] parameterSets() {
        return parameterSets.clone();
    }

    /**
     * @param rgb one picture, row by row, {@code 0xRRGGBB} (the upper byte is ignored)
     * @param ptsMicros greater than that of the picture before
     * @param key whether this has to be a key frame
     * @return what is ready: exactly this picture with {@code zerolatency}, else possibly nothing or several
     */
    public List<AccessUnit> encode(int[] rgb, long ptsMicros, boolean key) {
        if (rgb.length != settings.width() * settings.height())
            throw new IllegalArgumentException("the picture has another size than the encoder");
        if (planes == null || av_frame_is_writable(frame) == 0) {
            check(av_frame_make_writable(frame), "no memory for a picture");
            planes = new Planes(frame);
        }
        planes.show(rgb);
        frame.pts(ptsMicros).pict_type(key ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE);
        check(avcodec_send_frame(codec, frame), "x264 refuses a picture");
        return ready();
    }

    /** Ends the stream and returns the pictures still inside; nothing can be encoded afterwards. */
    public List<AccessUnit> finish() {
        avcodec_send_frame(codec, null);
        return ready();
    }

    private List<AccessUnit> ready() {
        List<AccessUnit> units = new ArrayList<>(1);
        while (avcodec_receive_packet(codec, packet) >= 0) {
            byte[] data = new byte[packet.size()];
            packet.data().get(data);
            units.add(new AccessUnit(data, packet.pts(), (packet.flags() & AV_PKT_FLAG_KEY) != 0));
            av_packet_unref(packet);
        }
        return units;
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

    /**
     * The picture as the encoder wants it: brightness and half as many colours (ITU-R BT.709, limited range). Only what
     * differs from the picture before is converted: most of what a fixed camera sees stands still.
     */
    private static final class Planes {
        /** Pixels that are compared and converted at once; even. */
        private static final int RUN = 32;

        private final int width;
        private final int height;
        private final ByteBuffer[] plane = new ByteBuffer[3];
        private final int[] stride = new int[3];
        private final int[] shown;

        Planes(AVFrame frame) {
            width = frame.width();
            height = frame.height();
            for (int i = 0; i < 3; i++) {
                stride[i] = frame.linesize(i);
                plane[i] = frame.data(i)
                        .capacity((long) stride[i] * (i == 0 ? height : height / 2))
                        .asByteBuffer();
            }
            shown = new int[width * height];
            Arrays.fill(shown, -1);
        }

        void show(int[] rgb) {
            for (int y = 0; y < height; y += 2) {
                int row = y * width;
                int end = row + width;
                for (int x = 0; x < width; x += RUN) {
                    int from = row + x;
                    int to = Math.min(from + RUN, end);
                    if (Arrays.equals(rgb, from, to, shown, from, to)
                            && Arrays.equals(rgb, from + width, to + width, shown, from + width, to + width)) continue;
                    convert(rgb, x, y, to - from);
                    System.arraycopy(rgb, from, shown, from, to - from);
                    System.arraycopy(rgb, from + width, shown, from + width, to - from);
                }
            }
        }

        private void convert(int[] rgb, int left, int top, int length) {
            for (int x = left; x < left + length; x += 2) {
                int at = top * width + x;
                int a = rgb[at];
                int b = rgb[at + 1];
                int c = rgb[at + width];
                int d = rgb[at + width + 1];
                int bright = top * stride[0] + x;
                plane[0].put(bright, brightness(a)).put(bright + 1, brightness(b));
                plane[0].put(bright + stride[0], brightness(c)).put(bright + stride[0] + 1, brightness(d));
                int red = (a >> 16 & 255) + (b >> 16 & 255) + (c >> 16 & 255) + (d >> 16 & 255);
                int green = (a >> 8 & 255) + (b >> 8 & 255) + (c >> 8 & 255) + (d >> 8 & 255);
                int blue = (a & 255) + (b & 255) + (c & 255) + (d & 255);
                int half = x / 2;
                plane[1].put(top / 2 * stride[1] + half, colour(-6596 * red - 22189 * green + 28785 * blue));
                plane[2].put(top / 2 * stride[2] + half, colour(28785 * red - 26145 * green - 2640 * blue));
            }
        }

        private static byte brightness(int rgb) {
            int sum = 11966 * (rgb >> 16 & 255) + 40254 * (rgb >> 8 & 255) + 4064 * (rgb & 255);
            return (byte) ((sum + (16 << 16) + (1 << 15)) >> 16);
        }

        /** Of the sum of four pixels. */
        private static byte colour(int sum) {
            return (byte) ((sum + (128 << 18) + (1 << 17)) >> 18);
        }
    }
}
