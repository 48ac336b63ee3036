package club.courtside.upload.target;

/**
 * How a file is cut for a bucket: a store takes 10,000 parts at most, and all but the last are of one size. A file without a
 * byte is one part.
 */
record PartPlan(long bytes, long size) {

    private static final int MOST = 10_000;
    private static final long MIB = 1 << 20;
    private static final long USUAL = 16 * MIB;

    static PartPlan of(long bytes) {
        long least = (bytes + MOST - 1) / MOST;
        return new PartPlan(bytes, Math.max(USUAL, (least + MIB - 1) / MIB * MIB));
    }

    int count() {
        return (int) Math.max(1, (bytes + size - 1) / size);
    }

    /** @param number 1 is the first */
    long from(int number) {
        return (number - 1) * size;
    }

    long length(int number) {
        return Math.min(size, bytes - from(number));
    }
}
