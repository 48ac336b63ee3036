package club.courtside.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.*;

import club.courtside.media.Packet;
import club.courtside.media.Track;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avcodec.AVCodecDescriptor;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/** Java's tracks and packets as FFmpeg's. */
final class NativePackets {

    private NativePackets() {}

    /** @throws IOException when this FFmpeg does not know the codec */
    static void describe(Track video, AVCodecParameters to) throws IOException {
        AVCodecDescriptor codec = avcodec_descriptor_get_by_name(video.codecName());
        if (codec == null || codec.isNull()) throw new IOException("unknown codec " + video.codecName());
        to.codec_type(avutil.AVMEDIA_TYPE_VIDEO);
        to.codec_id(codec.id());
        to.width(video.width());
        to.height(video.height());
        byte[] configuration = video.configuration();
        if (configuration.length == 0) return;
        BytePointer extra =
                new BytePointer(avutil.av_mallocz((long) configuration.length + AV_INPUT_BUFFER_PADDING_SIZE));
        extra.put(configuration, 0, configuration.length);
        to.extradata(extra);
        to.extradata_size(configuration.length);
    }

    /** Copies; the caller unreferences. */
    static void fill(AVPacket to, Packet from) throws IOException {
        if (av_new_packet(to, from.size()) < 0) throw new IOException("no memory for a packet");
        ByteBuffer bytes = from.bytes();
        to.data().capacity(from.size()).asByteBuffer().put(bytes);
        to.flags(from.key() ? AV_PKT_FLAG_KEY : 0);
    }
}
