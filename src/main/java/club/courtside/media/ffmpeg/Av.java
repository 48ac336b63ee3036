package club.courtside.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import club.courtside.media.DiskFull;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** The small things that every call of FFmpeg needs. */
final class Av {

    static final AVRational MICROS = av_make_q(1, 1_000_000);

    /** {@code AVERROR(ENOSPC)}, the same number on Linux, Windows and macOS. */
    private static final int NO_SPACE = -28;

    static {
        // FFmpeg's own log would name camera addresses with their passwords.
        av_log_set_level(AV_LOG_QUIET);
    }

    private Av() {}

    static String message(int error) {
        byte[] text = new byte[256];
        av_strerror(error, text, text.length);
        int end = 0;
        while (end < text.length && text[end] != 0) end++;
        return new String(text, 0, end, StandardCharsets.UTF_8);
    }

    /** @return what was given when it is no error */
    static int check(int result, String what) throws IOException {
        if (result == NO_SPACE) throw new DiskFull("The disk is full.");
        if (result < 0) throw new IOException(what + ": " + message(result));
        return result;
    }

    /** To be freed with {@code av_dict_free}. */
    static AVDictionary options(String... namesAndValues) {
        AVDictionary options = new AVDictionary(null);
        for (int i = 0; i < namesAndValues.length; i += 2)
            av_dict_set(options, namesAndValues[i], namesAndValues[i + 1], 0);
        return options;
    }
}
