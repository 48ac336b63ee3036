package club.courtside.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import club.courtside.media.Track;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * A video file that somebody may have brought: only containers of one file are read, never play lists that name other
 * files. Meant for a child process, since a damaged file may end it. Used by one thread.
 */
public final class MediaFile implements AutoCloseable {

    private static final String CONTAINERS = "mov,mp4,matroska,webm,avi,mpegts,mpeg,flv,asf";
    private static final int MOST_PACKETS = 20_000;

    private final AVFormatContext input = new AVFormatContext(null);

    /** @throws IOException when it is no video in a container that is read here */
    public MediaFile(Path file) throws IOException {
        AVDictionary options = Av.options("protocol_whitelist", "file", "format_whitelist", CONTAINERS);
        int opened = avformat_open_input(input, "file:" + file, null, options);
        av_dict_free(options);
        if (opened < 0) throw new IOException("the file is no video");
        if (avformat_find_stream_info(input, (AVDictionary) null) < 0 || video().isEmpty()) {
            close();
            throw new IOException("the file contains no video");
        }
    }

    /** Duration in seconds, 0 when the file does not tell. */
    public double seconds() {
        return input.duration() == AV_NOPTS_VALUE ? 0 : Math.max(0, input.duration() / 1e6);
    }

    public Optional<Track> video() {
        return track(AVMEDIA_TYPE_VIDEO);
    }

    public Optional<Track> audio() {
        return track(AVMEDIA_TYPE_AUDIO);
    }

    private Optional<Track> track(int type) {
        int index = av_find_best_stream(input, type, -1, -1, (AVCodec) null, 0);
        if (index < 0) return Optional.empty();
        AVCodecParameters is = input.streams(index).codecpar();
        boolean video = type == AVMEDIA_TYPE_VIDEO;
        if (video && is.width() <= 0 || isCover(index)) return Optional.empty();
        String name = avcodec_get_name(is.codec_id()).getString(StandardCharsets.UTF_8);
        return Optional.of(new Track(
                index,
                video ? Track.Kind.VIDEO : Track.Kind.AUDIO,
                Track.Codec.named(name),
                name,
                is.width(),
                is.height(),
                is.sample_rate(),
                video ? 0 : is.ch_layout().nb_channels(),
                null));
    }

    /** The picture of an album is no video. */
    private boolean isCover(int index) {
        return (stream(index).disposition() & AV_DISPOSITION_ATTACHED_PIC) != 0;
    }

    /** Whether libavformat reads it as a container of that name. */
    boolean isIn(String container) {
        return List.of(input.iformat().name().getString(StandardCharsets.UTF_8).split(","))
                .contains(container);
    }

    /** Of a file in this container, without dot. */
    String extension() {
        if (isIn("mov")) return "mov";
        if (isIn("matroska")) return isWebm() ? "webm" : "mkv";
        if (isIn("mpegts")) return "ts";
        if (isIn("mpeg")) return "mpg";
        if (isIn("asf")) return "wmv";
        return isIn("avi") ? "avi" : "flv";
    }

    private boolean isWebm() {
        return video().map(track -> track.codecName().matches("vp8|vp9|av1")).orElse(false);
    }

    /** Whether every browser decodes what is in it, whatever the container. */
    boolean fitsBrowsers() {
        AVCodecParameters picture = stream(video().orElseThrow().index()).codecpar();
        boolean usual = picture.codec_id() == AV_CODEC_ID_H264
                && (picture.format() == AV_PIX_FMT_YUV420P || picture.format() == AV_PIX_FMT_YUVJ420P);
        return usual
                && audio().map(track -> stream(track.index()).codecpar().codec_id())
                        .map(codec -> codec == AV_CODEC_ID_AAC || codec == AV_CODEC_ID_MP3)
                        .orElse(true);
    }

    AVStream stream(int index) {
        return input.streams(index);
    }

    /** The best sound that can be decoded here, -1 when there is none. */
    int sound() {
        int index = av_find_best_stream(input, AVMEDIA_TYPE_AUDIO, -1, -1, new AVCodec(null), 0);
        return index < 0 || stream(index).codecpar().ch_layout().nb_channels() <= 0 ? -1 : index;
    }

    /** From now on nothing else is read. */
    void only(int... indexes) {
        for (int i = 0; i < input.nb_streams(); i++) {
            int stream = i;
            boolean wanted = IntStream.of(indexes).anyMatch(index -> index == stream);
            stream(i).discard(wanted ? AVDISCARD_DEFAULT : AVDISCARD_ALL);
        }
    }

    /** The time of its first packet. */
    long beginMicros() {
        return input.start_time() == AV_NOPTS_VALUE ? 0 : input.start_time();
    }

    /** Whether its length is told by the file, and not guessed from its size. */
    boolean promisesLength() {
        return seconds() > 0 && input.duration_estimation_method() != AVFMT_DURATION_FROM_BITRATE;
    }

    /** As it says itself. */
    Optional<Instant> filmedAt() {
        AVDictionaryEntry entry = av_dict_get(input.metadata(), "creation_time", null, 0);
        if (entry == null) return Optional.empty();
        try {
            return Optional.of(Instant.parse(entry.value().getString(StandardCharsets.UTF_8)));
        } catch (DateTimeException strange) {
            return Optional.empty();
        }
    }

    /** @return where the last packet ends, in seconds from the beginning */
    double readAll(Examination.Packets to) throws IOException {
        double begin = input.start_time() == AV_NOPTS_VALUE ? 0 : input.start_time() / 1e6;
        double end = 0;
        AVPacket packet = av_packet_alloc();
        try {
            while (av_read_frame(input, packet) >= 0) {
                boolean torn = (packet.flags() & AV_PKT_FLAG_CORRUPT) != 0;
                if (!torn && packet.pts() != AV_NOPTS_VALUE) {
                    double clock = av_q2d(stream(packet.stream_index()).time_base());
                    end = Math.max(end, (packet.pts() + packet.duration()) * clock - begin);
                }
                to.take(packet);
                av_packet_unref(packet);
            }
            return end;
        } finally {
            av_packet_free(packet);
        }
    }

    /**
     * The picture at the last key frame before a moment.
     *
     * @param seconds clamped to the file's length
     * @param width pixels, never enlarged
     * @throws IOException when nothing can be decoded there
     */
    public byte[] jpeg(double seconds, int width) throws IOException {
        AVStream stream = input.streams(video().orElseThrow().index());
        long begin = input.start_time() == AV_NOPTS_VALUE ? 0 : input.start_time();
        long moment = begin + (long) (Math.max(0, Math.min(seconds, seconds())) * 1e6);
        av_seek_frame(input, -1, moment, AVSEEK_FLAG_BACKWARD);
        AVCodecContext decoder = decoder(stream.codecpar());
        AVPacket packet = av_packet_alloc();
        AVFrame picture = av_frame_alloc();
        try {
            if (!decodeFirst(decoder, stream.index(), packet, picture))
                throw new IOException("no picture in the file can be decoded");
            return jpegOf(picture, width);
        } finally {
            av_frame_free(picture);
            av_packet_free(packet);
            avcodec_free_context(decoder);
        }
    }

    /**
     * Small pictures of the whole video in one, row by row.
     *
     * @param width of each in pixels
     * @throws IOException when nothing can be decoded
     */
    public byte[] strip(int pictures, int columns, int width) throws IOException {
        AVStream stream = input.streams(video().orElseThrow().index());
        long begin = input.start_time() == AV_NOPTS_VALUE ? 0 : input.start_time();
        try (var frames = new KeyFrames(input, stream.index(), decoder(stream.codecpar()))) {
            return frames.strip(begin, seconds(), pictures, columns, width);
        }
    }

    private static AVCodecContext decoder(AVCodecParameters parameters) throws IOException {
        AVCodec codec = avcodec_find_decoder(parameters.codec_id());
        AVCodecContext context = avcodec_alloc_context3(codec);
        avcodec_parameters_to_context(context, parameters);
        context.thread_count(1);
        context.max_pixels(SourceLimits.MOST_PIXELS);
        if (codec != null && avcodec_open2(context, codec, (AVDictionary) null) >= 0) return context;
        avcodec_free_context(context);
        throw new IOException("nothing here decodes this video");
    }

    private boolean decodeFirst(AVCodecContext decoder, int index, AVPacket packet, AVFrame picture) {
        for (int read = 0; read < MOST_PACKETS && av_read_frame(input, packet) >= 0; read++) {
            if (packet.stream_index() == index) avcodec_send_packet(decoder, packet);
            av_packet_unref(packet);
            if (avcodec_receive_frame(decoder, picture) >= 0) return true;
        }
        avcodec_send_packet(decoder, (AVPacket) null);
        return avcodec_receive_frame(decoder, picture) >= 0;
    }

    private static byte[] jpegOf(AVFrame picture, int width) throws IOException {
        try (var encoder = JpegEncoder.of(picture, width, 90)) {
            byte[] jpeg = encoder.encode(picture);
            if (jpeg == null) throw new IOException("the picture cannot be encoded");
            return jpeg;
        }
    }

    @Override
    public void close() {
        avformat_close_input(input);
    }
}
