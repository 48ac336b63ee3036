package club.courtside.bench.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The pictures of an H.264 byte stream (ITU-T H.264, annex B), each as its NAL units without start codes. */
public final class AccessUnits {

    private AccessUnits() {}

    public static List<List<byte[]>> of(byte[] stream) {
        List<List<byte[]>> units = new ArrayList<>();
        List<byte[]> unit = new ArrayList<>();
        boolean hasSlice = false;
        for (byte[] nal : nals(stream)) {
            int type = nal[0] & 31;
            boolean slice = type == 1 || type == 5;
            // A slice that begins with its first macroblock begins a picture (first_mb_in_slice is 0: one bit).
            if (hasSlice && (!slice || nal[1] < 0)) {
                units.add(unit);
                unit = new ArrayList<>();
                hasSlice = false;
            }
            unit.add(nal);
            hasSlice |= slice;
        }
        if (hasSlice) units.add(unit);
        return units;
    }

    private static List<byte[]> nals(byte[] stream) {
        List<byte[]> nals = new ArrayList<>();
        int begin = -1;
        for (int i = 0; i + 2 < stream.length; i++) {
            if (stream[i] != 0 || stream[i + 1] != 0 || stream[i + 2] != 1) continue;
            if (begin >= 0) nals.add(withoutZeros(stream, begin, i));
            begin = i + 3;
            i += 2;
        }
        if (begin >= 0) nals.add(Arrays.copyOfRange(stream, begin, stream.length));
        return nals;
    }

    private static byte[] withoutZeros(byte[] stream, int begin, int limit) {
        int end = limit;
        while (end > begin + 1 && stream[end - 1] == 0) end--;
        return Arrays.copyOfRange(stream, begin, end);
    }
}
