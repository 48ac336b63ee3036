package club.courtside.support;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the pictures of a file stand among those that a camera has sent: the run of sent pictures whose intervals fit best.
 *
 * @param first index of the sent picture that is the file's first
 * @param meanError mean difference of the intervals, in seconds
 * @param worstError greatest difference of an interval, in seconds; a missing picture makes it at least an interval long
 */
public record Sequence(int first, double meanError, double worstError) {

    private static final int NOT_DATED_BY_THE_CAMERA = 1;

    /**
     * @param file times of a file's pictures, in seconds; the first interval is not compared, because the first packet of
     *     an RTSP session comes without a time
     * @param sent times of all sent pictures, in seconds
     */
    public static Sequence find(List<Double> file, List<Double> sent) {
        return find(file, sent, IntStream.rangeClosed(0, sent.size()));
    }

    /** @param candidates which of the sent pictures may be the file's first */
    public static Sequence find(List<Double> file, List<Double> sent, IntStream candidates) {
        return candidates
                .filter(offset -> offset + file.size() <= sent.size())
                .mapToObj(offset -> at(offset, file, sent))
                .min((a, b) -> Double.compare(a.meanError, b.meanError))
                .orElseThrow(() -> new AssertionError(
                        "the file has " + file.size() + " pictures, the camera sent " + sent.size()));
    }

    private static Sequence at(int offset, List<Double> file, List<Double> sent) {
        double[] errors = IntStream.range(1 + NOT_DATED_BY_THE_CAMERA, file.size())
                .mapToDouble(i ->
                        Math.abs(file.get(i) - file.get(i - 1) - (sent.get(offset + i) - sent.get(offset + i - 1))))
                .toArray();
        var summary = java.util.Arrays.stream(errors).summaryStatistics();
        return new Sequence(offset, summary.getAverage(), summary.getMax());
    }
}
