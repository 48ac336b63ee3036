package club.courtside.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Decodes single key frames of a file, each by itself: for a picture of a match that is all that is read and decoded, so
 * that hours of it cost little more than minutes. Used by one thread.
 */
final class KeyFrames implements AutoCloseable {

    private static final int MOST_PACKETS = 3000;

    private final AVFormatContext input;
    private final int stream;
    private final AVCodecContext decoder;
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame picture = av_frame_alloc();

    /** @param decoder closed with this */
    KeyFrames(AVFormatContext input, int stream, AVCodecContext decoder) {
        this.input = input;
        this.stream = stream;
        this.decoder = decoder;
    }

    /**
     * The last one before a moment that can be decoded, else one of the next.
     *
     * @param micros on the file's own clock
     * @return valid until the next call; null when there is none
     */
    AVFrame before(long micros) {
        av_frame_unref(picture);
        if (av_seek_frame(input, -1, micros, AVSEEK_FLAG_BACKWARD) < 0) return null;
        for (int read = 0; read < MOST_PACKETS && av_read_frame(input, packet) >= 0; read++) {
            boolean key = packet.stream_index() == stream && (packet.flags() & AV_PKT_FLAG_KEY) != 0;
            boolean decoded = key && isDecoded();
            av_packet_unref(packet);
            if (decoded) return picture;
        }
        return null;
    }

    /** Asked to hand out what it has, the decoder waits for no further picture. */
    private boolean isDecoded() {
        avcodec_flush_buffers(decoder);
        return avcodec_send_packet(decoder, packet) >= 0
                && avcodec_send_packet(decoder, (AVPacket) null) >= 0
                && avcodec_receive_frame(decoder, picture) >= 0;
    }

    /** @throws IOException when not a single picture can be decoded */
    byte[] strip(long begin, double seconds, int pictures, int columns, int width) throws IOException {
        PictureStrip strip = null;
        try {
            for (int at = 0; at < pictures; at++) {
                AVFrame found = before(begin + (long) (seconds * 1e6 * (at + 0.5) / pictures));
                if (found == null) continue;
                if (strip == null) strip = new PictureStrip(found, pictures, columns, width);
                strip.put(at, found);
            }
            if (strip == null) throw new IOException("no picture in the file can be decoded");
            return strip.jpeg();
        } finally {
            if (strip != null) strip.close();
        }
    }

    @Override
    public void close() {
        av_frame_free(picture);
        av_packet_free(packet);
        avcodec_free_context(decoder);
    }
}
