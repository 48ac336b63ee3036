package club.courtside.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/** The same packets in an MP4 whose tables stand at its beginning. Picture and sound only. Used by one thread. */
final class Repacking implements Examination.Packets, AutoCloseable {

    private MediaFile from;
    private final AVFormatContext output = new AVFormatContext(null);
    private int video;
    private int audio;
    private boolean empty = true;

    Repacking(MediaFile from, Path to) throws IOException {
        this.from = from;
        this.video = from.video().orElseThrow().index();
        this.audio = from.audio().map(track -> track.index()).orElse(-1);
        // By its address the muxer opens the file once more, to move the tables to its beginning.
        String address = "file:" + to.toAbsolutePath();
        Av.check(avformat_alloc_output_context2(output, null, "mp4", address), "no MP4 writer");
        try {
            add(video);
            if (audio >= 0) add(audio);
            AVIOContext io = new AVIOContext(null);
            Av.check(avio_open2(io, address, AVIO_FLAG_WRITE, null, (AVDictionary) null), "cannot write the copy");
            output.pb(io);
            AVDictionary options = Av.options("movflags", "+faststart");
            int begun = avformat_write_header(output, options);
            av_dict_free(options);
            Av.check(begun, "the contents do not fit into an MP4");
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private void add(int index) throws IOException {
        AVStream source = from.stream(index);
        AVStream stream = avformat_new_stream(output, null);
        Av.check(avcodec_parameters_copy(stream.codecpar(), source.codecpar()), "no memory");
        stream.codecpar().codec_tag(0);
        stream.time_base(source.time_base());
    }

    /**
     * From now on the packets are those of another film.
     *
     * @return false, and nothing is changed, when that was encoded otherwise
     */
    boolean goesOnWith(MediaFile next) {
        int picture = next.video().orElseThrow().index();
        int sound = next.audio().map(track -> track.index()).orElse(-1);
        if (!isLike(0, next.stream(picture)) || sound >= 0 != audio >= 0) return false;
        if (sound >= 0 && !isLike(1, next.stream(sound))) return false;
        from = next;
        video = picture;
        audio = sound;
        return true;
    }

    private boolean isLike(int track, AVStream other) {
        AVCodecParameters ours = output.streams(track).codecpar();
        AVCodecParameters theirs = other.codecpar();
        return ours.codec_id() == theirs.codec_id()
                && ours.width() == theirs.width()
                && ours.height() == theirs.height()
                && ours.sample_rate() == theirs.sample_rate()
                && Arrays.equals(extra(ours), extra(theirs));
    }

    private static byte[] extra(AVCodecParameters parameters) {
        byte[] bytes = new byte[parameters.extradata_size()];
        if (bytes.length > 0) parameters.extradata().get(bytes);
        return bytes;
    }

    /** Whether it has had no packet yet. */
    boolean isEmpty() {
        return empty;
    }

    @Override
    public void take(AVPacket packet) throws IOException {
        int source = packet.stream_index();
        if (source != video && source != audio) return;
        int target = source == video ? 0 : 1;
        empty = false;
        av_packet_rescale_ts(
                packet, from.stream(source).time_base(), output.streams(target).time_base());
        packet.stream_index(target);
        packet.pos(-1);
        Av.check(av_interleaved_write_frame(output, packet), "cannot write the copy");
    }

    void finish() throws IOException {
        Av.check(av_write_trailer(output), "cannot finish the copy");
    }

    @Override
    public void close() {
        if (output.pb() != null) avio_closep(output.pb());
        avformat_free_context(output);
    }
}
