package club.courtside.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** H.264 as a byte stream (ITU-T H.264, annex B): the parameter sets that a camera sends with its key frames. */
final class AnnexB {

    private static final int SEQUENCE_PARAMETERS = 7;
    private static final int PICTURE_PARAMETERS = 8;

    private AnnexB() {}

    /** Whether a track's packets are a byte stream; else they are length-prefixed as in MP4. */
    static boolean isUsedBy(Track track) {
        return track.configuration().length == 0 || track.configuration()[0] != 1;
    }

    /** The sequence and picture parameter sets before the first slice, with start codes; empty when there are none. */
    static byte[] parameterSets(ByteBuffer accessUnit) {
        var sets = new ByteArrayOutputStream();
        for (int at = nextStart(accessUnit, 0); at >= 0; ) {
            int type = accessUnit.get(accessUnit.position() + at) & 0x1f;
            if (type >= 1 && type <= 5) break;
            int next = nextStart(accessUnit, at);
            if (type == SEQUENCE_PARAMETERS || type == PICTURE_PARAMETERS)
                append(sets, accessUnit, at, next < 0 ? accessUnit.remaining() : next - 3);
            at = next;
        }
        return sets.toByteArray();
    }

    /** The first sequence parameter set of a byte stream: what a player cannot see changed. */
    static byte[] sequenceParameters(byte[] stream) {
        ByteBuffer buffer = ByteBuffer.wrap(stream);
        for (int at = nextStart(buffer, 0); at >= 0; at = nextStart(buffer, at)) {
            if ((stream[at] & 0x1f) != SEQUENCE_PARAMETERS) continue;
            int next = nextStart(buffer, at);
            return Arrays.copyOfRange(stream, at, endOf(buffer, at, next < 0 ? stream.length : next - 3));
        }
        return new byte[0];
    }

    private static void append(ByteArrayOutputStream to, ByteBuffer from, int begin, int limit) {
        int end = endOf(from, begin, limit);
        to.writeBytes(new byte[] {0, 0, 0, 1});
        for (int i = begin; i < end; i++) to.write(from.get(from.position() + i));
    }

    /** Zero bytes at the end of a NAL unit belong to the next start code. */
    private static int endOf(ByteBuffer buffer, int begin, int limit) {
        int end = limit;
        while (end > begin && buffer.get(buffer.position() + end - 1) == 0) end--;
        return end;
    }

    /** Offset of the byte after the next start code at or after {@code from}, -1 when there is none. */
    private static int nextStart(ByteBuffer buffer, int from) {
        int base = buffer.position();
        for (int i = from; i + 3 < buffer.remaining(); i++)
            if (buffer.get(base + i) == 0 && buffer.get(base + i + 1) == 0 && buffer.get(base + i + 2) == 1)
                return i + 3;
        return -1;
    }
}
