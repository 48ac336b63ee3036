package club.courtside.media.relay.rtp;

import club.courtside.media.Track;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The NAL units of H.264 and H.265, without what separates them: start codes (ITU-T H.264 and H.265, annex B) or lengths
 * (ISO/IEC 14496-15), as the track's configuration says.
 */
final class NalUnits {

    private NalUnits() {}

    static List<ByteBuffer> of(Track track, ByteBuffer accessUnit) {
        byte[] record = track.configuration();
        boolean prefixed = record.length > 6 && record[0] == 1;
        return prefixed ? prefixed(accessUnit, lengthSize(track)) : annexB(accessUnit);
    }

    private static int lengthSize(Track track) {
        byte[] record = track.configuration();
        int at = track.codec() == Track.Codec.H264 ? 4 : 21;
        return at < record.length ? (record[at] & 3) + 1 : 4;
    }

    /** What does not add up at the end is left out. */
    static List<ByteBuffer> prefixed(ByteBuffer stream, int lengthSize) {
        List<ByteBuffer> units = new ArrayList<>();
        ByteBuffer rest = stream.duplicate();
        while (rest.remaining() > lengthSize) {
            int length = 0;
            for (int i = 0; i < lengthSize; i++) length = length << 8 | rest.get() & 255;
            if (length <= 0 || length > rest.remaining()) break;
            units.add(rest.slice(rest.position(), length));
            rest.position(rest.position() + length);
        }
        return units;
    }

    static List<ByteBuffer> annexB(ByteBuffer stream) {
        List<ByteBuffer> units = new ArrayList<>();
        int end = stream.limit();
        for (int at = afterStart(stream, stream.position()); at >= 0; ) {
            int next = afterStart(stream, at);
            add(units, stream, at, next < 0 ? end : next - 3);
            at = next;
        }
        return units;
    }

    /** Zero bytes at the end of a unit belong to the next start code. */
    private static void add(List<ByteBuffer> units, ByteBuffer stream, int begin, int limit) {
        int end = limit;
        while (end > begin && stream.get(end - 1) == 0) end--;
        if (end > begin) units.add(stream.slice(begin, end - begin));
    }

    /** Index of the byte after the next start code, -1 when there is none. */
    private static int afterStart(ByteBuffer stream, int from) {
        int last = stream.limit() - 3;
        for (int i = from; i <= last; i++) {
            byte third = stream.get(i + 2);
            if (third > 1 || third < 0) i += 2;
            else if (third == 1 && stream.get(i) == 0 && stream.get(i + 1) == 0) return i + 3;
        }
        return -1;
    }
}
