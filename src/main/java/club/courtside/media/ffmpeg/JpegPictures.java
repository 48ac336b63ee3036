package club.courtside.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.*;

import club.courtside.media.Packet;
import club.courtside.media.PictureDecoder;
import club.courtside.media.Track;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** libavcodec's decoder for one camera, and an encoder for each size that is asked for. */
public final class JpegPictures implements PictureDecoder {

    private record Form(int width, int quality) {}

    /** Each holds native memory for a picture; who asks for one size after the other shall not fill it. */
    static final int MOST_ENCODERS = 8;

    private final Decoder decoder;
    private final AVFrame newest = av_frame_alloc();
    private final Map<Form, JpegEncoder> encoders = new LinkedHashMap<>(16, 0.75f, true);

    public JpegPictures(Track video) throws IOException {
        decoder = new Decoder(video);
    }

    @Override
    public void decode(Packet packet) {
        try {
            decoder.decode(packet, this::keep);
        } catch (IOException damaged) {
            // The next picture will do.
        }
    }

    private void keep(AVFrame picture) {
        av_frame_unref(newest);
        av_frame_move_ref(newest, picture);
    }

    @Override
    public byte[] jpeg(int width, int quality) {
        if (newest.width() == 0) return null;
        var form = new Form(width, quality);
        JpegEncoder encoder = encoders.get(form);
        if (encoder == null || !encoder.fits(newest)) {
            if (encoder != null) encoder.close();
            encoder = JpegEncoder.of(newest, width, quality);
            encoders.put(form, encoder);
            if (encoders.size() > MOST_ENCODERS) closeLeastUsed();
        }
        return encoder.encode(newest);
    }

    private void closeLeastUsed() {
        Iterator<JpegEncoder> oldest = encoders.values().iterator();
        oldest.next().close();
        oldest.remove();
    }

    int encoders() {
        return encoders.size();
    }

    @Override
    public void close() {
        decoder.close();
        encoders.values().forEach(JpegEncoder::close);
        encoders.clear();
        av_frame_free(newest);
    }
}
