package club.courtside.media.ffmpeg;

import club.courtside.media.Track;

/** What a file may ask of us: a few bytes can claim a picture of gigabytes, or years of it. */
final class SourceLimits {

    /** 8K. */
    static final long MOST_PIXELS = 8192L * 4608;

    private static final double MOST_SECONDS = 24 * 60 * 60;

    private SourceLimits() {}

    static void check(MediaFile file) throws Unfit {
        Track video = file.video().orElseThrow();
        if ((long) video.width() * video.height() > MOST_PIXELS)
            throw new Unfit(
                    "picture_too_large",
                    "its pictures of " + video.width() + " by " + video.height() + " pixels are too large");
        checkSeconds(file.seconds());
    }

    static void checkSeconds(double seconds) throws Unfit {
        if (seconds > MOST_SECONDS) throw new Unfit("too_long", "it says that it lasts longer than 24 h");
    }

    static void checkLeast(double seconds, double least) throws Unfit {
        if (seconds < least) throw new Unfit("too_short", "it lasts " + seconds + " s, less than " + least);
    }
}
