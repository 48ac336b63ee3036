package club.courtside.media.speech;

/**
 * A stretch of sound.
 *
 * @param from where it begins, seconds of the video
 * @param samples 16,000 a second, mono, -1 to 1
 */
public record Speech(double from, float[] samples) {

    /** Samples in a second. */
    public static final int RATE = 16_000;

    /** Nobody speaks so low: a model that is made to listen to nothing hears what is not there. */
    private static final double SILENCE = 0.002;

    boolean isSilent() {
        double sum = 0;
        for (float sample : samples) sum += sample * sample;
        return samples.length == 0 || Math.sqrt(sum / samples.length) < SILENCE;
    }

    double seconds() {
        return samples.length / (double) RATE;
    }
}
