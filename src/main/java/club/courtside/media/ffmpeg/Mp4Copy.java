package club.courtside.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/** An MP4 whose tables end up at its beginning. First all encoders are added, then it begins. Used by one thread. */
final class Mp4Copy implements AutoCloseable {

    private final AVFormatContext output = new AVFormatContext(null);
    private final AVPacket packet = av_packet_alloc();
    private boolean begun;

    Mp4Copy(Path to) throws IOException {
        // By its address the muxer opens the file once more, to move the tables to its beginning.
        String address = "file:" + to.toAbsolutePath();
        Av.check(avformat_alloc_output_context2(output, null, "mp4", address), "no MP4 writer");
        try {
            AVIOContext io = new AVIOContext(null);
            Av.check(avio_open2(io, address, AVIO_FLAG_WRITE, null, (AVDictionary) null), "cannot write the copy");
            output.pb(io);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** @return the number of its track, from 0 */
    int add(AVCodecContext encoder) throws IOException {
        AVStream stream = avformat_new_stream(output, null);
        Av.check(avcodec_parameters_from_context(stream.codecpar(), encoder), "no memory");
        stream.time_base(encoder.time_base());
        stream.avg_frame_rate(encoder.framerate());
        stream.sample_aspect_ratio(encoder.sample_aspect_ratio());
        return stream.index();
    }

    void begin() throws IOException {
        AVDictionary options = Av.options("movflags", "+faststart");
        int result = avformat_write_header(output, options);
        av_dict_free(options);
        Av.check(result, "cannot write the copy");
        begun = true;
    }

    /** Writes what the encoder has ready. */
    void drain(AVCodecContext encoder, int track) throws IOException {
        while (true) {
            int received = avcodec_receive_packet(encoder, packet);
            if (received == AVERROR_EAGAIN() || received == AVERROR_EOF) return;
            Av.check(received, "cannot encode");
            packet.stream_index(track);
            av_packet_rescale_ts(
                    packet, encoder.time_base(), output.streams(track).time_base());
            Av.check(av_interleaved_write_frame(output, packet), "cannot write the copy");
        }
    }

    long bytes() {
        return output.pb() == null ? 0 : avio_tell(output.pb());
    }

    /** Moves all of it once to make room for the tables. */
    void finish() throws IOException {
        if (begun) Av.check(av_write_trailer(output), "cannot finish the copy");
    }

    @Override
    public void close() {
        if (output.pb() != null) avio_closep(output.pb());
        avformat_free_context(output);
        av_packet_free(packet);
    }
}
