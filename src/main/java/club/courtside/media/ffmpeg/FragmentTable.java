package club.courtside.media.ffmpeg;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The samples of one {@code moof} (ISO/IEC 14496-12, 8.8). */
final class FragmentTable {

    private static final int BASE_OFFSET = 0x1;
    private static final int DESCRIPTION = 0x2;
    private static final int DURATION = 0x8;
    private static final int SIZE = 0x10;
    private static final int FLAGS = 0x20;

    private static final int DATA_OFFSET = 0x1;
    private static final int FIRST_FLAGS = 0x4;
    private static final int DURATIONS = 0x100;
    private static final int SIZES = 0x200;
    private static final int ALL_FLAGS = 0x400;
    private static final int REORDERINGS = 0x800;

    private static final int NO_KEY = 0x10000;

    private final List<Sample> samples = new ArrayList<>();

    private int duration;
    private int size;
    private int flags;
    private long base;

    /**
     * @param moof where it is in the file
     * @param bytes the whole of it
     */
    FragmentTable(Box moof, ByteBuffer bytes, List<Mp4Table> tracks) throws IOException {
        for (Box traf : moof.alone().children(bytes)) {
            if (!traf.is("traf")) continue;
            int track = track(traf.inside(bytes, "tfhd").contentOf(bytes), moof, tracks);
            ByteBuffer tfdt = traf.inside(bytes, "tfdt").contentOf(bytes);
            boolean wide = tfdt.getInt() >>> 24 == 1;
            long dts = wide ? tfdt.getLong() : tfdt.getInt() & 0xFFFFFFFFL;
            long at = base;
            for (Box trun : traf.children(bytes)) {
                if (!trun.is("trun")) continue;
                readRun(track, trun.contentOf(bytes), at, dts);
                Sample last = samples.get(samples.size() - 1);
                at = last.end();
                dts = last.dts() + last.duration();
            }
        }
    }

    private int track(ByteBuffer tfhd, Box moof, List<Mp4Table> tracks) throws IOException {
        int set = tfhd.getInt() & 0xFFFFFF;
        int id = tfhd.getInt();
        base = (set & BASE_OFFSET) != 0 ? tfhd.getLong() : moof.at();
        if ((set & DESCRIPTION) != 0) tfhd.getInt();
        duration = (set & DURATION) != 0 ? tfhd.getInt() : 0;
        size = (set & SIZE) != 0 ? tfhd.getInt() : 0;
        flags = (set & FLAGS) != 0 ? tfhd.getInt() : 0;
        for (int track = 0; track < tracks.size(); track++)
            if (tracks.get(track).id() == id) return track;
        throw new IOException("a fragment of an unknown track");
    }

    private void readRun(int track, ByteBuffer trun, long from, long begin) throws IOException {
        int set = trun.getInt() & 0xFFFFFF;
        int count = trun.getInt();
        long at = (set & DATA_OFFSET) != 0 ? base + trun.getInt() : from;
        int first = (set & FIRST_FLAGS) != 0 ? trun.getInt() : flags;
        long dts = begin;
        if (count < 1) throw new IOException("a run without samples");
        for (int i = 0; i < count; i++) {
            int lasting = (set & DURATIONS) != 0 ? trun.getInt() : duration;
            int bytes = (set & SIZES) != 0 ? trun.getInt() : size;
            int marks = (set & ALL_FLAGS) != 0 ? trun.getInt() : i == 0 ? first : flags;
            int reordering = (set & REORDERINGS) != 0 ? trun.getInt() : 0;
            samples.add(new Sample(track, at, bytes, dts, lasting, reordering, (marks & NO_KEY) == 0));
            at += bytes;
            dts += lasting;
        }
    }

    List<Sample> samples() {
        return samples;
    }
}
