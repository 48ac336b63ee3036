package club.courtside.engine.api;

import java.util.List;

/**
 * A copy of a video as H.264 (yuv420p) and AAC in an MP4 that plays before it is all there.
 *
 * @param file the video, absolute path; never changed
 * @param to the MP4 to write, absolute path in a folder that exists; it appears, or is replaced, in one step once the copy
 *     was verified
 * @param width even, 16 to 8192 pixels; 0, together with {@code height}, keeps the source's size (made even)
 * @param height as {@code width}
 * @param framesPerSecond 1 to 120; 0 keeps the source's, also a variable one
 * @param fit null for {@link Fit#LETTERBOX}
 * @param crf x264's quality, 0 (best) to 51
 * @param preset x264's name, {@code ultrafast} to {@code veryslow}; null for {@code medium}
 * @param audioKbits 32 to 512, for stereo
 * @param mostBytes the copy gets no larger; 0 for no limit
 */
public record TranscodeSpec(
        String file,
        String to,
        int width,
        int height,
        int framesPerSecond,
        Fit fit,
        int crf,
        String preset,
        int audioKbits,
        long mostBytes)
        implements TaskSpec {

    public TranscodeSpec {
        fit = fit == null ? Fit.LETTERBOX : fit;
        preset = preset == null ? "medium" : preset;
    }

    /** The standard rendition: 1080×1920, 30 pictures a second, CRF 23, sound of 128 kb/s. */
    public static TranscodeSpec standard(String file, String to, Fit fit, long mostBytes) {
        return new TranscodeSpec(file, to, 1080, 1920, 30, fit, 23, null, 128, mostBytes);
    }

    /** The same pictures at the same moments, in less room. */
    public static TranscodeSpec compact(String file, String to) {
        return new TranscodeSpec(file, to, 0, 0, 0, null, 23, null, 128, 0);
    }

    @Override
    public List<String> outputs() {
        return to == null ? List.of() : List.of(to);
    }
}
