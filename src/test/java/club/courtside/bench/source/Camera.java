package club.courtside.bench.source;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What one camera is told to do wrong, and what it has sent. Everything in the bank's thread. */
final class Camera {

    /** So many of the last pictures' times are known. */
    static final int REMEMBERED = 1024;

    private final String name;
    private final long[] times = new long[REMEMBERED];
    private final long[] frames = new long[REMEMBERED];
    private RtspReader reader;
    private long refusedUntil;
    private long silentUntil;
    private long sent;
    private long skipped;
    private int connections;

    Camera(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    boolean isRefused() {
        return System.nanoTime() < refusedUntil || refusedUntil == Long.MAX_VALUE;
    }

    boolean isSilent() {
        return System.nanoTime() < silentUntil;
    }

    void refuseUntil(long nanos) {
        refusedUntil = nanos;
    }

    /** Accepts and plays, but sends nothing until then. */
    void stallUntil(long nanos) {
        silentUntil = nanos;
    }

    void drop() {
        if (reader != null) reader.close();
    }

    void playedBy(RtspReader latest) {
        reader = latest;
        connections++;
    }

    /** @param at microseconds since 1970 */
    void sent(long frame, long at, boolean taken) {
        sent++;
        if (!taken) skipped++;
        times[(int) (frame % REMEMBERED)] = at;
        frames[(int) (frame % REMEMBERED)] = frame;
    }

    /** {@code frame:micros} of the last pictures. */
    String times() {
        return IntStream.range(0, REMEMBERED)
                .filter(i -> times[i] > 0)
                .mapToObj(i -> frames[i] + ":" + times[i])
                .collect(Collectors.joining(" "));
    }

    /** Pictures that were due, to all its readers, whether taken or not. */
    long sent() {
        return sent;
    }

    /** Pictures left out because a reader took nothing. */
    long skipped() {
        return skipped;
    }

    int connections() {
        return connections;
    }
}
