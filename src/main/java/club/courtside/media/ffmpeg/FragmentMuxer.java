package club.courtside.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import club.courtside.media.Fragment;
import club.courtside.media.FragmentWriter;
import club.courtside.media.Packet;
import club.courtside.media.Track;
import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** libavformat's MP4 muxer, flushed after every frame into memory. */
public final class FragmentMuxer implements FragmentWriter {

    private static final String FLAGS = "+empty_moov+default_base_moof+frag_custom+skip_trailer";
    private static final AVRational TICKS = av_make_q(1, 90_000);

    private final AVFormatContext muxer = new AVFormatContext(null);
    private long lastDts = Long.MIN_VALUE / 2;
    private final AVPacket packet = av_packet_alloc();
    private final byte[] header;
    private final String mime;
    private boolean closed;

    public FragmentMuxer(Track video) throws IOException {
        avformat_alloc_output_context2(muxer, null, "mp4", null);
        try {
            header = writeHeader(video);
            mime = "video/mp4; codecs=\"" + codecOf(header) + "\"";
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private byte[] writeHeader(Track video) throws IOException {
        if (video.configuration().length == 0) throw new IOException("the camera's H.264 parameters are missing");
        AVStream stream = avformat_new_stream(muxer, null);
        describe(stream.codecpar(), video);
        stream.time_base(TICKS);
        collect();
        AVDictionary options = Av.options("movflags", FLAGS);
        int result = avformat_write_header(muxer, options);
        av_dict_free(options);
        Av.check(result, "live video cannot be made of this camera's parameters");
        return taken();
    }

    private static void describe(AVCodecParameters parameters, Track video) {
        parameters.codec_type(AVMEDIA_TYPE_VIDEO).codec_id(AV_CODEC_ID_H264);
        // Players take the size from the parameter sets; the muxer only wants one.
        parameters.width(video.width() > 0 ? video.width() : 1920).height(video.height() > 0 ? video.height() : 1080);
        parameters.extradata(Mp4Stream.padded(video.configuration()));
        parameters.extradata_size(video.configuration().length);
    }

    @Override
    public byte[] header() {
        return header;
    }

    @Override
    public String mime() {
        return mime;
    }

    @Override
    public Fragment write(Packet from, long durationMicros) throws IOException {
        byte[] bytes = new byte[from.size()];
        from.bytes().get(bytes);
        Av.check(av_new_packet(packet, bytes.length), "no memory");
        packet.data().put(bytes, 0, bytes.length);
        packet.flags(from.key() ? AV_PKT_FLAG_KEY : 0);
        packet.stream_index(0);
        // A time that the muxer refuses would end the stream of all viewers.
        long dts = Math.max(av_rescale_q(from.dtsMicros(), Av.MICROS, TICKS), lastDts + 1);
        lastDts = dts;
        packet.dts(dts);
        packet.pts(Math.max(dts, av_rescale_q(from.ptsMicros(), Av.MICROS, TICKS)));
        // The muxer moves a frame that begins before the end of the one before, and lets one end where the next begins.
        packet.duration(1);
        collect();
        int result = av_write_frame(muxer, packet);
        av_packet_unref(packet);
        if (result >= 0) result = av_write_frame(muxer, (AVPacket) null);
        byte[] fragment = taken();
        Av.check(result, "a frame could not be put into live video");
        return new Fragment(fragment, from.key()).at(dts).lasting((int)
                Math.max(1, av_rescale_q(durationMicros, Av.MICROS, TICKS)));
    }

    /** What the muxer writes from now on goes into memory. */
    private void collect() {
        var memory = new AVIOContext(null);
        avio_open_dyn_buf(memory);
        muxer.pb(memory);
    }

    private byte[] taken() {
        var buffer = new BytePointer((Pointer) null);
        int length = avio_close_dyn_buf(muxer.pb(), buffer);
        muxer.pb(null);
        var bytes = new byte[length];
        if (length > 0) buffer.get(bytes);
        av_free(buffer);
        return bytes;
    }

    /** Profile, constraints and level as the {@code avcC} box has them (RFC 6381, ISO/IEC 14496-15). */
    private static String codecOf(byte[] header) throws IOException {
        for (int i = 0; i + 8 < header.length; i++)
            if (header[i] == 'a' && header[i + 1] == 'v' && header[i + 2] == 'c' && header[i + 3] == 'C')
                return String.format("avc1.%02x%02x%02x", header[i + 5], header[i + 6], header[i + 7]);
        throw new IOException("this is no H.264");
    }

    @Override
    public void close() {
        if (closed) return;
        closed = true;
        if (muxer.pb() != null) taken();
        av_packet_free(packet);
        avformat_free_context(muxer);
    }
}
