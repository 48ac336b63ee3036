package club.courtside.media.ffmpeg;

/**
 * What a copy shall be.
 *
 * @param width even; 0, together with the height, for the source's size
 * @param framesPerSecond 0 for those of the source, at their own moments
 * @param crop fill all of the picture, otherwise show all of the source
 * @param crf x264's quality
 * @param preset x264's name
 * @param audioBits for a second of stereo
 * @param mostBytes of the file; 0 for no limit
 * @param threads how many cores it may use
 */
public record CopyForm(
        int width,
        int height,
        int framesPerSecond,
        boolean crop,
        int crf,
        String preset,
        int audioBits,
        long mostBytes,
        int threads) {

    /** For the container, and for what the encoder misses its aim by. */
    private static final double OVERHEAD = 0.03;

    /** Sound gets less when hardly anything would be left for the picture. */
    int audioBits(int channels, double seconds) {
        int wanted = channels == 1 ? audioBits / 2 : audioBits;
        if (mostBytes == 0) return wanted;
        return (int) Math.max(24_000, Math.min(wanted, bits() / Math.max(1, seconds) / 4));
    }

    /** Over one second, 0 for no limit: then no stretch of the film can make the file larger than it may be. */
    long videoBits(double seconds, int soundBits) {
        if (mostBytes == 0) return 0;
        return (long) Math.max(10_000, (bits() - soundBits * seconds) / (seconds + 1));
    }

    private double bits() {
        return mostBytes * 8 * (1 - OVERHEAD);
    }
}
