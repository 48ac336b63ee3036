package club.courtside.media.rtsp;

/** The clock of one track (RFC 3550, 5.1), which begins anywhere and wraps after 32 bits, in microseconds. */
final class RtpClock {

    private static final long SECOND = 1_000_000;

    private final int rate;
    private boolean begun;
    private int last;
    private long ticks;
    private long beginning;
    private long shift;

    /** @param rate Hz */
    RtpClock(int rate) {
        this.rate = rate;
    }

    /** @param micros the moment of the first unit */
    void begin(int time, long micros) {
        begun = true;
        beginning = micros;
        last = time;
    }

    /** The moment of the next unit. */
    long micros(int time) {
        ticks += time - last;
        last = time;
        return shift + micros(ticks);
    }

    boolean hasBegun() {
        return begun;
    }

    /** A moment not far from the last one, as if the clock had never been shifted. */
    long unshifted(int time) {
        return micros(ticks + (time - last));
    }

    private long micros(long count) {
        return beginning + count / rate * SECOND + count % rate * SECOND / rate;
    }

    /** µs by which it is put later than it began. */
    long shift() {
        return shift;
    }

    void shift(long micros) {
        shift = micros;
    }
}
