package club.courtside.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_set;

import club.courtside.media.Mp4Writer;
import club.courtside.media.Packet;
import club.courtside.media.Track;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/**
 * Writes through libavformat's {@code hybrid_fragmented} MP4: fragments of a second while it runs, an ordinary MP4 after
 * {@link #finish()} with nothing to rewrite.
 */
final class FfmpegMp4Writer implements Mp4Writer {

    private final AVFormatContext context = new AVFormatContext(null);
    private final AVPacket packet = av_packet_alloc();
    private final FileChannel disk;
    private final Mp4Stream video;
    private final Mp4Stream audio;
    private boolean open;
    private boolean begun;

    FfmpegMp4Writer(Path file, List<Track> tracks) throws IOException {
        if (Files.exists(file)) throw new IOException(file.getFileName() + " exists already");
        Av.check(avformat_alloc_output_context2(context, null, "mp4", null), "no MP4 writer");
        Mp4Stream foundVideo = null;
        Mp4Stream foundAudio = null;
        for (Track track : tracks) {
            Mp4Stream stream = new Mp4Stream(avformat_new_stream(context, null), track);
            if (track.isVideo()) foundVideo = stream;
            else foundAudio = stream;
        }
        video = foundVideo;
        audio = foundAudio;
        try {
            AVIOContext io = new AVIOContext(null);
            Av.check(avio_open(io, "file:" + file.toAbsolutePath(), AVIO_FLAG_WRITE), "cannot write " + file);
            context.pb(io);
            begin();
            beginSound();
            disk = FileChannel.open(file, StandardOpenOption.WRITE);
            open = true;
        } catch (IOException | RuntimeException e) {
            boolean created = context.pb() != null;
            free();
            if (created) Files.deleteIfExists(file);
            throw e;
        }
    }

    private void begin() throws IOException {
        AVDictionary options =
                Av.options("movflags", "+hybrid_fragmented", "frag_duration", "1000000", "flush_packets", "1");
        int result = avformat_write_header(context, options);
        av_dict_free(options);
        Av.check(result, "cannot begin the MP4");
    }

    /**
     * Sound that comes later than the picture, or never, would hold back the header, and the muxer would move it to the
     * beginning: so the track begins with one silent frame.
     */
    private void beginSound() throws IOException {
        if (audio != null) write(new Packet(audio.track(), 0, 0, true, 0, ByteBuffer.wrap(audio.silence())));
    }

    @Override
    public void write(Packet given) throws IOException {
        Mp4Stream stream = given.track().isVideo() ? video : audio;
        if (stream == null) throw new IOException("the file has no such track");
        stream.fill(packet, given);
        believeTimes();
        int result = av_write_frame(context, packet);
        av_packet_unref(packet);
        Av.check(result, "cannot write");
    }

    @Override
    public void flush() throws IOException {
        Av.check(av_write_frame(context, (AVPacket) null), "cannot write");
        avio_flush(context.pb());
        Av.check(context.pb().error(), "cannot write");
    }

    /**
     * Without this the muxer puts the first packet of a fragment right behind the last one of the fragment before, and a
     * pause between the two is gone. It forgets it with every fragment.
     */
    private void believeTimes() {
        if (begun) av_opt_set(context.priv_data(), "movflags", "+frag_discont", 0);
        begun = true;
    }

    @Override
    public void sync() throws IOException {
        disk.force(false);
    }

    @Override
    public long bytes() {
        return open ? avio_tell(context.pb()) : 0;
    }

    @Override
    public void finish() throws IOException {
        if (!open) return;
        int result = av_write_trailer(context);
        avio_flush(context.pb());
        int error = result < 0 ? result : context.pb().error();
        if (error >= 0) disk.force(true);
        close();
        Av.check(error, "cannot finish the MP4");
    }

    @Override
    public void close() {
        if (!open) return;
        open = false;
        free();
        try {
            disk.close();
        } catch (IOException e) {
            // It was only there to make the file safe; nothing was written through it.
        }
    }

    private void free() {
        av_packet_free(packet);
        if (context.pb() != null) avio_closep(context.pb());
        avformat_free_context(context);
    }
}
