package club.courtside.media.ffmpeg;

import java.util.Arrays;

/**
 * Where and when the samples of one track are, as the tables of an ordinary MP4 say it. About 16 bytes a sample while they
 * are collected.
 */
final class SampleTable {

    private final boolean video;
    private int count;
    private int[] sizes = new int[1024];
    private long[] dts = new long[1024];
    private int lastDuration;
    private final Growing keys = new Growing();
    private final Growing reorderings = new Growing();
    private boolean reordered;
    private final Growing chunkFirst = new Growing();
    private long[] chunks = new long[64];
    private long nextOffset = -1;

    SampleTable(boolean video) {
        this.video = video;
    }

    void add(Sample sample) {
        if (count == sizes.length) {
            sizes = Arrays.copyOf(sizes, count * 2);
            dts = Arrays.copyOf(dts, count * 2);
        }
        if (sample.offset() != nextOffset) beginChunk(sample.offset());
        nextOffset = sample.end();
        sizes[count] = sample.size();
        dts[count] = sample.dts();
        lastDuration = sample.duration();
        if (sample.key()) keys.add(count + 1);
        reordered |= sample.reordering() != 0;
        if (video) reorderings.add(sample.reordering());
        count++;
    }

    private void beginChunk(long offset) {
        if (chunkFirst.size() == chunks.length) chunks = Arrays.copyOf(chunks, chunks.length * 2);
        chunks[chunkFirst.size()] = offset;
        chunkFirst.add(count);
    }

    /** From 0 to the end of the last sample. */
    long duration() {
        return count == 0 ? 0 : dts[count - 1] + lastDuration;
    }

    /** More than it needs when written. */
    int bytes() {
        return 512 + count * (4 + 8) + (reordered ? count * 8 : 0) + keys.size() * 4 + chunkFirst.size() * (8 + 12);
    }

    void write(Mp4Index.Bytes out) {
        writeDurations(out);
        if (video && keys.size() < count) writeKeys(out);
        if (reordered) writeReorderings(out);
        writeChunks(out);
        int stsz = out.begin("stsz");
        out.number(0).number(0).number(count);
        for (int i = 0; i < count; i++) out.number(sizes[i]);
        out.end(stsz);
        int co64 = out.begin("co64");
        out.number(0).number(chunkFirst.size());
        for (int i = 0; i < chunkFirst.size(); i++) out.number(chunks[i]);
        out.end(co64);
    }

    /** Each lasts until the next one, pauses included: only so they stay where they were. */
    private int lasts(int sample) {
        return sample + 1 < count ? (int) (dts[sample + 1] - dts[sample]) : lastDuration;
    }

    private void writeDurations(Mp4Index.Bytes out) {
        Runs runs = new Runs();
        for (int i = 0; i < count; i++) runs.add(lasts(i));
        runs.write(out, "stts", 0);
    }

    private void writeReorderings(Mp4Index.Bytes out) {
        Runs runs = new Runs();
        for (int i = 0; i < count; i++) runs.add(reorderings.get(i));
        runs.write(out, "ctts", 0);
    }

    private void writeKeys(Mp4Index.Bytes out) {
        int stss = out.begin("stss");
        out.number(0).number(keys.size());
        for (int i = 0; i < keys.size(); i++) out.number(keys.get(i));
        out.end(stss);
    }

    private void writeChunks(Mp4Index.Bytes out) {
        int stsc = out.begin("stsc");
        Growing entries = new Growing();
        int before = -1;
        for (int chunk = 0; chunk < chunkFirst.size(); chunk++) {
            int next = chunk + 1 < chunkFirst.size() ? chunkFirst.get(chunk + 1) : count;
            int samples = next - chunkFirst.get(chunk);
            if (samples == before) continue;
            before = samples;
            entries.add(chunk + 1);
            entries.add(samples);
            entries.add(1);
        }
        out.number(0).number(entries.size() / 3);
        for (int i = 0; i < entries.size(); i++) out.number(entries.get(i));
        out.end(stsc);
    }

    /** The same value many times takes eight bytes. */
    private static final class Runs {
        private final Growing counted = new Growing();
        private int value;
        private int times;

        void add(int next) {
            if (times > 0 && next != value) close();
            value = next;
            times++;
        }

        private void close() {
            counted.add(times);
            counted.add(value);
            times = 0;
        }

        void write(Mp4Index.Bytes out, String type, int version) {
            if (times > 0) close();
            int begin = out.begin(type);
            out.number(version << 24).number(counted.size() / 2);
            for (int i = 0; i < counted.size(); i++) out.number(counted.get(i));
            out.end(begin);
        }
    }

    private static final class Growing {
        private int[] values = new int[64];
        private int size;

        void add(int value) {
            if (size == values.length) values = Arrays.copyOf(values, size * 2);
            values[size++] = value;
        }

        int get(int at) {
            return values[at];
        }

        int size() {
            return size;
        }
    }
}
