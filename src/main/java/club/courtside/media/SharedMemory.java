package club.courtside.media;

/**
 * The memory that all queues of a process share. A queue may grow while it holds less than what is still free, so that
 * however many stand still, none takes the room of those that move, and the sum has a bound (dynamic thresholds: Choudhury
 * and Hahne, IEEE/ACM Transactions on Networking 6(2), 1998).
 */
final class SharedMemory {

    /** A third of the heap: the rest is for everything else. */
    static final SharedMemory OF_THE_PROCESS =
            new SharedMemory(Runtime.getRuntime().maxMemory() / 3);

    private final long total;
    private long used;

    /** @param total bytes */
    SharedMemory(long total) {
        this.total = total;
    }

    /**
     * @param held bytes that the queue has already
     * @param more bytes that it wants
     */
    synchronized boolean take(long held, long more) {
        if (held + more > total - used) return false;
        used += more;
        return true;
    }

    synchronized void give(long bytes) {
        used -= bytes;
    }

    synchronized long used() {
        return used;
    }
}
