package club.courtside.media.ffmpeg;

import club.courtside.media.Track;
import club.courtside.media.Track.Codec;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/**
 * How video is encoded anew. No picture is held back: a killed engine loses none for it, and a viewer waits for none.
 *
 * @param codec H.264 or H.265
 * @param encoder FFmpeg's name
 * @param settings of the encoder
 * @param widest pixels; wider pictures are made smaller
 * @param keyEvery a key frame, µs
 * @param stale pictures that arrived longer ago are not encoded, ns: who watches wants now
 */
record VideoForm(Codec codec, String encoder, String[] settings, int widest, long keyEvery, long stale) {

    private static final String X264 = "bframes=0:rc-lookahead=0:sync-lookahead=0:mbtree=0:sliced-threads=1";
    private static final String X265 = "bframes=0:rc-lookahead=0:scenecut=0:frame-threads=1:log-level=none";

    private static final VideoForm H264_FILE = new VideoForm(
            Codec.H264,
            "libx264",
            new String[] {"preset", "veryfast", "crf", "23", "forced-idr", "1", "x264-params", X264},
            Integer.MAX_VALUE,
            2_000_000,
            Long.MAX_VALUE);

    /** For the rest of a file that has begun as H.265 and whose camera now sends something else. */
    private static final VideoForm H265_FILE = new VideoForm(
            Codec.H265,
            "libx265",
            new String[] {
                "preset", "ultrafast", "tune", "zerolatency", "crf", "26", "forced-idr", "1", "x265-params", X265
            },
            Integer.MAX_VALUE,
            2_000_000,
            Long.MAX_VALUE);

    static final VideoForm LIVE = new VideoForm(
            Codec.H264,
            "libx264",
            new String[] {
                "preset",
                "ultrafast",
                "tune",
                "zerolatency",
                "crf",
                "25",
                "maxrate",
                "3000000",
                "bufsize",
                "1500000",
                "forced-idr",
                "1",
                "x264-params",
                X264
            },
            1280,
            1_000_000,
            500_000_000);

    /** @param like the video that a file already has, or null */
    static VideoForm ofFile(Track like) {
        return like != null && like.codec() == Codec.H265 ? H265_FILE : H264_FILE;
    }

    AVDictionary options() {
        return Av.options(settings);
    }

    boolean isStale(long arrivedNanos) {
        return System.nanoTime() - arrivedNanos > stale;
    }
}
