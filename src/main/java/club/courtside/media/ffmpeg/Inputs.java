package club.courtside.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_rescale_q;

import club.courtside.media.Packet;
import club.courtside.media.PictureSize;
import club.courtside.media.Track;
import club.courtside.media.Track.Codec;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** The first video and the first audio stream of an open input, and its packets as plain Java values. */
final class Inputs {

    private record Chosen(int stream, Track track, AVRational timeBase, int lengthSize) {}

    private final List<Chosen> chosen = new ArrayList<>();
    private final boolean shownTimesOnly;

    Inputs(AVFormatContext context) {
        this(context, false);
    }

    /**
     * @param shownTimesOnly the input tells when pictures are shown, not when they are decoded; what libavformat guesses
     *     then is wrong for the first groups with B-frames
     */
    Inputs(AVFormatContext context, boolean shownTimesOnly) {
        this.shownTimesOnly = shownTimesOnly;
        choose(context, AVMEDIA_TYPE_VIDEO);
        choose(context, AVMEDIA_TYPE_AUDIO);
        for (int i = 0; i < context.nb_streams(); i++) {
            int stream = i;
            if (chosen.stream().noneMatch(choice -> choice.stream() == stream))
                context.streams(i).discard(AVDISCARD_ALL);
        }
    }

    private void choose(AVFormatContext context, int type) {
        for (int i = 0; i < context.nb_streams(); i++) {
            AVStream stream = context.streams(i);
            if (stream.codecpar().codec_type() != type) continue;
            byte[] extra = extradata(stream.codecpar());
            Codec codec =
                    Codec.named(avcodec_get_name(stream.codecpar().codec_id()).getString());
            int lengthSize = LengthPrefixed.isUsedBy(codec, extra) ? LengthPrefixed.lengthSize(codec, extra) : 0;
            byte[] configuration = lengthSize > 0 ? LengthPrefixed.parameterSets(codec, extra) : extra;
            Track track = track(chosen.size(), codec, configuration, stream.codecpar());
            chosen.add(new Chosen(i, track, stream.time_base(), lengthSize));
            return;
        }
    }

    private static byte[] extradata(AVCodecParameters parameters) {
        byte[] bytes = new byte[Math.max(0, parameters.extradata_size())];
        if (bytes.length > 0) parameters.extradata().get(bytes);
        return bytes;
    }

    private static Track track(int index, Codec codec, byte[] configuration, AVCodecParameters parameters) {
        String name = avcodec_get_name(parameters.codec_id()).getString();
        if (parameters.codec_type() == AVMEDIA_TYPE_VIDEO) {
            PictureSize size = new PictureSize(parameters.width(), parameters.height(), 0);
            if (size.width() == 0) size = PictureSize.in(codec, configuration).orElse(size);
            return new Track(index, Track.Kind.VIDEO, codec, name, size.width(), size.height(), 0, 0, configuration);
        }
        int channels = Math.max(1, parameters.ch_layout().nb_channels());
        byte[] known = codec == Codec.AAC && configuration.length == 0
                ? Adts.configuration(parameters.sample_rate(), channels)
                : configuration;
        return new Track(
                index,
                Track.Kind.AUDIO,
                codec,
                name,
                0,
                0,
                parameters.sample_rate(),
                channels,
                parameters.bits_per_coded_sample(),
                known);
    }

    List<Track> tracks() {
        return chosen.stream().map(Chosen::track).toList();
    }

    /** @return null when it belongs to none of the tracks, or is empty */
    Packet packet(AVPacket packet, long arrivedNanos) {
        for (Chosen choice : chosen) {
            if (choice.stream() != packet.stream_index() || packet.size() <= 0) continue;
            byte[] bytes = new byte[packet.size()];
            packet.data().get(bytes);
            boolean key = !choice.track().isVideo()
                    || choice.track().codec() == Codec.MJPEG
                    || (packet.flags() & AV_PKT_FLAG_KEY) != 0;
            return new Packet(
                    choice.track(),
                    micros(packet.pts(), choice),
                    shownTimesOnly && isReorderable(choice) ? Packet.NO_TIME : micros(packet.dts(), choice),
                    key,
                    arrivedNanos,
                    ByteBuffer.wrap(plain(bytes, choice)));
        }
        return null;
    }

    private static boolean isReorderable(Chosen choice) {
        return choice.track().codec() == Codec.H264 || choice.track().codec() == Codec.H265;
    }

    private static byte[] plain(byte[] bytes, Chosen choice) {
        if (choice.lengthSize() > 0) return LengthPrefixed.unit(bytes, choice.lengthSize());
        if (choice.track().codec() == Codec.AAC && Adts.isHeaded(bytes)) return Adts.withoutHeader(bytes);
        return bytes;
    }

    private static long micros(long time, Chosen choice) {
        return time == AV_NOPTS_VALUE ? Packet.NO_TIME : av_rescale_q(time, choice.timeBase(), Av.MICROS);
    }
}
