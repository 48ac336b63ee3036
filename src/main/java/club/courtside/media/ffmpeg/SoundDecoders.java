package club.courtside.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.av_codec_is_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.av_codec_iterate;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;

import java.util.StringJoiner;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * The decoders that libavformat may open to look at a stream. It never lets go of one, and H.264's takes 0.9 MB, for
 * nothing: the size of the picture is read from the parameter sets.
 */
final class SoundDecoders {

    /** As libavformat's {@code codec_whitelist} wants them. */
    static final String NAMES = names();

    private SoundDecoders() {}

    private static String names() {
        StringJoiner names = new StringJoiner(",");
        try (PointerPointer<Pointer> position = new PointerPointer<>(1)) {
            position.put(0, null);
            for (AVCodec codec = av_codec_iterate(position); codec != null; codec = av_codec_iterate(position))
                if (codec.type() == AVMEDIA_TYPE_AUDIO && av_codec_is_decoder(codec) != 0)
                    names.add(codec.name().getString());
        }
        return names.toString();
    }
}
