package club.courtside.media.ffmpeg;

import club.courtside.media.Packet;
import club.courtside.media.Track;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One {@code trak} of an MP4: what its track is, and the samples that its tables name (ISO/IEC 14496-12, 8.5 to 8.7). */
final class Mp4Table {

    private static final int VIDEO = 'v' << 24 | 'i' << 16 | 'd' << 8 | 'e';

    /** Bytes of the length before each unit of a picture. */
    static final int LENGTH = 4;

    private final Box trak;
    private final int id;
    private final long timescale;
    private final boolean video;

    Mp4Table(Box trak, ByteBuffer bytes) throws IOException {
        this.trak = trak;
        Box tkhd = trak.inside(bytes, "tkhd");
        Box mdhd = trak.inside(bytes, "mdia", "mdhd");
        Box hdlr = trak.inside(bytes, "mdia", "hdlr");
        id = bytes.getInt((int) tkhd.content() + behindTimes(tkhd, bytes));
        timescale = bytes.getInt((int) mdhd.content() + behindTimes(mdhd, bytes)) & 0xFFFFFFFFL;
        video = bytes.getInt((int) hdlr.content() + 8) == VIDEO;
        if (timescale == 0) throw new IOException("a track without a clock");
    }

    /** Version 1 has two times of 64 bits instead of 32. */
    private static int behindTimes(Box box, ByteBuffer bytes) {
        return bytes.get((int) box.content()) == 0 ? 12 : 20;
    }

    Box trak() {
        return trak;
    }

    int id() {
        return id;
    }

    boolean isVideo() {
        return video;
    }

    long timescale() {
        return timescale;
    }

    private long micros(long units) {
        return Math.round(units * 1e6 / timescale);
    }

    /** @param bytes as they stand in the file */
    Packet packet(Sample sample, Track track, byte[] bytes) {
        return new Packet(
                track,
                micros(sample.dts() + sample.reordering()),
                micros(sample.dts()),
                sample.key(),
                0,
                ByteBuffer.wrap(video ? LengthPrefixed.unit(bytes, LENGTH) : bytes));
    }

    /** @param bytes what the track was read from */
    List<Sample> samples(int track, ByteBuffer bytes) throws IOException {
        Box stbl = trak.inside(bytes, "mdia", "minf", "stbl");
        ByteBuffer sizes = table(stbl, "stsz", bytes);
        int same = sizes.getInt();
        int count = sizes.getInt();
        Runs durations = new Runs(table(stbl, "stts", bytes));
        Runs reorderings = stbl.child("ctts", bytes).isPresent() ? new Runs(table(stbl, "ctts", bytes)) : null;
        Keys keys = new Keys(stbl.child("stss", bytes), bytes);
        Chunks chunks = new Chunks(stbl, bytes);
        List<Sample> samples = new ArrayList<>(count);
        long dts = 0;
        for (int i = 0; i < count; i++) {
            int size = same != 0 ? same : sizes.getInt();
            int duration = durations.next();
            int reordering = reorderings == null ? 0 : reorderings.next();
            samples.add(new Sample(track, chunks.next(size), size, dts, duration, reordering, keys.has(i + 1)));
            dts += duration;
        }
        return samples;
    }

    /** Behind version and flags. */
    private static ByteBuffer table(Box stbl, String name, ByteBuffer bytes) throws IOException {
        ByteBuffer table = stbl.inside(bytes, name).contentOf(bytes);
        table.getInt();
        return table;
    }

    /** Values that each stand for several samples. */
    private static final class Runs {
        private final ByteBuffer table;
        private int left;
        private int value;

        Runs(ByteBuffer table) {
            this.table = table;
            table.getInt();
        }

        int next() {
            while (left == 0) {
                left = table.getInt();
                value = table.getInt();
            }
            left--;
            return value;
        }
    }

    private static final class Keys {
        private final ByteBuffer table;
        private int next;

        /** Without the table every sample is one. */
        Keys(Optional<Box> stss, ByteBuffer bytes) {
            table = stss.map(box -> box.contentOf(bytes)).orElse(null);
            if (table == null) return;
            table.getLong();
            advance();
        }

        boolean has(int number) {
            if (table == null) return true;
            if (number != next) return false;
            advance();
            return true;
        }

        private void advance() {
            next = table.hasRemaining() ? table.getInt() : Integer.MAX_VALUE;
        }
    }

    /** Where samples are: those of one chunk follow each other. */
    private static final class Chunks {
        private final ByteBuffer offsets;
        private final boolean wide;
        private final ByteBuffer runs;
        private int chunk;
        private int left;
        private int samples;
        private int nextRun;
        private int nextSamples;
        private long at;

        Chunks(Box stbl, ByteBuffer bytes) throws IOException {
            wide = stbl.child("co64", bytes).isPresent();
            offsets = table(stbl, wide ? "co64" : "stco", bytes);
            runs = table(stbl, "stsc", bytes);
            offsets.getInt();
            runs.getInt();
            readRun();
        }

        private void readRun() {
            nextRun = runs.hasRemaining() ? runs.getInt() : Integer.MAX_VALUE;
            if (nextRun == Integer.MAX_VALUE) return;
            nextSamples = runs.getInt();
            runs.getInt();
        }

        long next(int size) {
            if (left == 0) {
                if (++chunk == nextRun) {
                    samples = nextSamples;
                    readRun();
                }
                left = samples;
                at = wide ? offsets.getLong() : offsets.getInt() & 0xFFFFFFFFL;
            }
            left--;
            long here = at;
            at += size;
            return here;
        }
    }
}
