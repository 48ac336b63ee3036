package club.courtside.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_set;

import club.courtside.media.Folder;
import club.courtside.media.Mp4Writer;
import club.courtside.media.Packet;
import club.courtside.media.Track;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * Writes through libavformat's {@code hybrid_fragmented} MP4: fragments of 0.8 s while it runs, an ordinary MP4 after
 * {@link #finish()} with nothing to rewrite. Goes on in a file that was left behind with fragments of the same form behind
 * its last whole one.
 */
final class FfmpegMp4Writer implements Mp4Writer {

    /** Microseconds. With what {@code SubscriberQueue} gathers, a killed engine loses less than a second. */
    private static final String FRAGMENT = "800000";

    private static final int SEEK_SET = 0;

    private final AVFormatContext context = new AVFormatContext(null);
    private final AVPacket packet = av_packet_alloc();
    private final Path file;
    private final FileChannel disk;
    private final UnfinishedMp4 before;
    private final Mp4Stream video;
    private final Mp4Stream audio;
    private boolean open;
    private boolean begun;
    private long whole;
    private long believedUpTo = -1;

    /** Begins a new file; its name in the folder is safe when this returns. */
    FfmpegMp4Writer(Path file, List<Track> tracks) throws IOException {
        this(file, tracks, null);
    }

    /** @param before what is in the file, ready for more; null for a new one. Closed with this */
    FfmpegMp4Writer(Path file, List<Track> tracks, UnfinishedMp4 before) throws IOException {
        this.file = file;
        this.before = before;
        if (before == null && Files.exists(file)) throw new IOException(file.getFileName() + " exists already");
        Av.check(avformat_alloc_output_context2(context, null, "mp4", null), "no MP4 writer");
        List<Mp4Stream> streams = streams(tracks);
        video = streams.stream()
                .filter(stream -> stream.track().isVideo())
                .findFirst()
                .orElse(null);
        audio = streams.stream()
                .filter(stream -> !stream.track().isVideo())
                .findFirst()
                .orElse(null);
        try {
            if (before == null) begin();
            else goOn();
            disk = FileChannel.open(file, StandardOpenOption.WRITE);
            if (before == null) Folder.of(file).sync();
            open = true;
        } catch (IOException | RuntimeException e) {
            boolean created = before == null && context.pb() != null;
            free();
            if (created) Files.deleteIfExists(file);
            throw e;
        }
    }

    private List<Mp4Stream> streams(List<Track> tracks) throws IOException {
        List<Mp4Stream> streams = new ArrayList<>();
        try {
            for (Track track : tracks) streams.add(new Mp4Stream(avformat_new_stream(context, null), track));
            return streams;
        } catch (IOException | RuntimeException e) {
            streams.forEach(Mp4Stream::close);
            av_packet_free(packet);
            avformat_free_context(context);
            throw e;
        }
    }

    private void begin() throws IOException {
        context.pb(output("1"));
        writeHeader("+hybrid_fragmented", 1);
        beginSound();
    }

    /** The header stands in the file already: this one goes nowhere. */
    private void goOn() throws IOException {
        AVIOContext nowhere = new AVIOContext(null);
        Av.check(avio_open_dyn_buf(nowhere), "no memory");
        context.pb(nowhere);
        // Otherwise the first time stamp would become 0.
        context.avoid_negative_ts(AVFormatContext.AVFMT_AVOID_NEG_TS_DISABLED);
        try {
            writeHeader("+empty_moov+skip_trailer", before.fragments() + 1);
        } finally {
            BytePointer header = new BytePointer((Pointer) null);
            avio_close_dyn_buf(nowhere, header);
            av_free(header);
            context.pb(null);
        }
        context.pb(output("0"));
        whole = before.end();
        Av.check((int) Math.min(0, avio_seek(context.pb(), whole, SEEK_SET)), "cannot go on in " + file);
        begun = true;
    }

    private AVIOContext output(String truncate) throws IOException {
        AVIOContext io = new AVIOContext(null);
        AVDictionary options = Av.options("truncate", truncate);
        int result = avio_open2(io, "file:" + file.toAbsolutePath(), AVIO_FLAG_WRITE, null, options);
        av_dict_free(options);
        Av.check(result, "cannot write " + file);
        return io;
    }

    private void writeHeader(String flags, int fragment) throws IOException {
        AVDictionary options = Av.options(
                "movflags",
                flags,
                "frag_duration",
                FRAGMENT,
                "fragment_index",
                String.valueOf(fragment),
                "use_editlist",
                "0",
                "flush_packets",
                "1");
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
        checkWritten(result);
    }

    @Override
    public void flush() throws IOException {
        int result = av_write_frame(context, (AVPacket) null);
        avio_flush(context.pb());
        checkWritten(result);
    }

    private void checkWritten(int result) throws IOException {
        Av.check(result < 0 ? result : context.pb().error(), "cannot write");
        whole = avio_tell(context.pb());
    }

    /**
     * Without this the muxer puts the first packet of a fragment right behind the last one of the fragment before, and a
     * pause between the two is gone. It forgets it with every fragment.
     */
    private void believeTimes() {
        if (begun && believedUpTo != whole) av_opt_set(context.priv_data(), "movflags", "+frag_discont", 0);
        if (begun) believedUpTo = whole;
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
        try {
            flush();
            int result = av_write_trailer(context);
            avio_flush(context.pb());
            Av.check(result < 0 ? result : context.pb().error(), "cannot finish the MP4");
            disk.force(true);
            if (before != null) finishAll();
        } catch (IOException | RuntimeException e) {
            takeBack();
            throw e;
        } finally {
            close();
        }
    }

    /** This muxer knows only what came through it. */
    private void finishAll() throws IOException {
        try (UnfinishedMp4 all = new UnfinishedMp4(file)) {
            all.finish();
        }
    }

    /** Half a fragment, or half an index, would make the end of the file unreadable; without it the file is playable. */
    private void takeBack() {
        try {
            disk.truncate(whole);
            disk.force(true);
        } catch (IOException stays) {
            // The next engine takes it away.
        }
    }

    @Override
    public void close() {
        if (!open) return;
        open = false;
        free();
        try {
            disk.close();
        } catch (IOException e) {
            // It was only there to make the file safe.
        }
    }

    private void free() {
        av_packet_free(packet);
        if (video != null) video.close();
        if (audio != null) audio.close();
        if (context.pb() != null) avio_closep(context.pb());
        avformat_free_context(context);
    }
}
