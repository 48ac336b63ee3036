package club.courtside.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import club.courtside.media.Packet;
import club.courtside.media.ParameterSets;
import club.courtside.media.Track;
import club.courtside.media.Track.Codec;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;

/** One track of a file that is being written, and what the muxer may rely on: sane, growing time stamps. */
final class Mp4Stream implements AutoCloseable {

    private static final int VIDEO_CLOCK = 90_000;
    private static final int AAC_FRAME = 1024;
    private static final int HVC1 = 'h' | 'v' << 8 | 'c' << 16 | '1' << 24;

    private static final byte[] NOTHING = {};

    /** Raw AAC-LC frames of silence, one and two channels. */
    private static final byte[][] SILENCE = {
        {0x00, (byte) 0xC8, 0x00, (byte) 0x80, 0x23, (byte) 0x80},
        {0x21, 0x00, 0x49, (byte) 0x90, 0x02, 0x19, 0x00, 0x23, (byte) 0x80}
    };

    private final int index;
    private final Track track;
    private final AVRational timeBase;
    private long lastDts = Long.MIN_VALUE;
    private long usualDuration;
    private BytePointer bytes;
    private ByteBuffer buffer;
    private int length;

    Mp4Stream(AVStream stream, Track track) throws IOException {
        this.index = stream.index();
        this.track = track;
        this.timeBase = av_make_q(1, clock(track));
        this.usualDuration = track.isVideo() ? VIDEO_CLOCK / 25 : AAC_FRAME;
        stream.time_base(timeBase);
        describe(stream.codecpar());
        makeRoom(1 << 16);
    }

    private void makeRoom(long size) {
        bytes = new BytePointer(size);
        buffer = bytes.asByteBuffer();
    }

    /** Units a second. */
    static int clock(Track track) {
        return track.isVideo() ? VIDEO_CLOCK : track.sampleRate();
    }

    Track track() {
        return track;
    }

    byte[] silence() {
        return SILENCE[track.channels() - 1];
    }

    private void describe(AVCodecParameters parameters) throws IOException {
        parameters.codec_type(track.isVideo() ? AVMEDIA_TYPE_VIDEO : AVMEDIA_TYPE_AUDIO);
        parameters.codec_id(codecId(track.codec()));
        if (track.codec() == Codec.H265) parameters.codec_tag(HVC1);
        parameters.width(track.width());
        parameters.height(track.height());
        if (!track.isVideo()) {
            if (track.channels() < 1 || track.channels() > 2)
                throw new IOException("an MP4 of ours holds one or two channels of sound");
            parameters.sample_rate(track.sampleRate());
            parameters.frame_size(AAC_FRAME);
            av_channel_layout_default(parameters.ch_layout(), track.channels());
        }
        parameters.extradata(padded(track.configuration()));
        parameters.extradata_size(track.configuration().length);
    }

    private static int codecId(Codec codec) throws IOException {
        return switch (codec) {
            case H264 -> AV_CODEC_ID_H264;
            case H265 -> AV_CODEC_ID_HEVC;
            case AAC -> AV_CODEC_ID_AAC;
            default -> throw new IOException("an MP4 of ours holds no " + codec);
        };
    }

    /** Freed by FFmpeg. */
    static BytePointer padded(byte[] bytes) {
        BytePointer copy = new BytePointer(av_mallocz(bytes.length + AV_INPUT_BUFFER_PADDING_SIZE));
        return copy.put(bytes, 0, bytes.length);
    }

    /** @param packet empty; to be unreferenced after use, and to be used before the next is filled */
    void fill(AVPacket packet, Packet given) throws IOException {
        copy(given.bytes(), missingParameterSets(given));
        packet.data(bytes).size(length);
        packet.stream_index(index);
        long wanted = av_rescale_q(given.dtsMicros(), Av.MICROS, timeBase);
        long dts = Math.max(wanted, lastDts + 1);
        if (track.isVideo() && lastDts >= 0) usualDuration = Math.min(VIDEO_CLOCK, dts - lastDts);
        packet.dts(dts);
        packet.pts(Math.max(dts, av_rescale_q(given.ptsMicros(), Av.MICROS, timeBase)));
        packet.duration(usualDuration);
        if (given.key()) packet.flags(AV_PKT_FLAG_KEY);
        lastDts = dts;
    }

    private void copy(ByteBuffer given, byte[] before) {
        length = before.length + given.remaining();
        if (bytes.capacity() < length + AV_INPUT_BUFFER_PADDING_SIZE) {
            bytes.close();
            makeRoom(length + length / 2L + AV_INPUT_BUFFER_PADDING_SIZE);
        }
        buffer.clear().put(before).put(given);
    }

    /** After what was filled is not needed any more. */
    @Override
    public void close() {
        bytes.close();
    }

    /**
     * A camera may go on with other parameters than the file's header has. So each key frame carries its own, from the
     * first one on: a player that jumps back would otherwise decode the beginning with what came last.
     */
    private byte[] missingParameterSets(Packet given) {
        byte[] own = given.track().configuration();
        if (!track.isVideo() || !given.key() || own.length == 0) return NOTHING;
        return ParameterSets.in(track.codec(), given.bytes()).isEmpty() ? own : NOTHING;
    }
}
