package club.courtside.media.rtsp;

/**
 * Keeps the sound with the picture as the camera's reports say (RFC 3550, 6.4.1). Only the sound is moved, and only when
 * somebody could notice: pictures in another order than they are shown in bear no step of their clock.
 */
final class Synchrony {

    private static final long NOTICEABLE = 20_000;
    private static final long CREDIBLE = 5_000_000;

    private final RtpLane video;
    private final RtpLane audio;

    /** @param audio null when there is none */
    Synchrony(RtpLane video, RtpLane audio) {
        this.video = video;
        this.audio = audio;
    }

    /** A report has come, or a track has begun. */
    void adjust() {
        if (audio == null || !isKnown(video) || !isKnown(audio)) return;
        long apart = ahead(video) - ahead(audio);
        boolean needed = Math.abs(apart - audio.times().shift()) > NOTICEABLE;
        if (needed && Math.abs(apart) < CREDIBLE) audio.times().shift(apart);
    }

    private static boolean isKnown(RtpLane lane) {
        return lane.report() != null && lane.times().hasBegun();
    }

    /** Of the camera's common clock. */
    private static long ahead(RtpLane lane) {
        return lane.times().unshifted(lane.report().time()) - lane.report().wall();
    }
}
