package club.courtside.media.ffmpeg;

import club.courtside.media.Track.Codec;
import java.io.ByteArrayOutputStream;

/**
 * H.264 and H.265 in the form of ISO/IEC 14496-15 that MP4 and FLV use, turned into Annex B byte streams (ITU-T H.264 and
 * H.265, annex B), the one form in which this package hands them on.
 */
final class LengthPrefixed {

    private static final byte[] START = {0, 0, 0, 1};

    private LengthPrefixed() {}

    static boolean isUsedBy(Codec codec, byte[] configuration) {
        return (codec == Codec.H264 || codec == Codec.H265) && configuration.length > 6 && configuration[0] == 1;
    }

    /** @return how many bytes each length has, 1 to 4 */
    static int lengthSize(Codec codec, byte[] configuration) {
        return (configuration[codec == Codec.H264 ? 4 : 21] & 3) + 1;
    }

    /** The parameter sets of an {@code avcC} or {@code hvcC} record. */
    static byte[] parameterSets(Codec codec, byte[] record) {
        ByteArrayOutputStream sets = new ByteArrayOutputStream();
        if (codec == Codec.H264) {
            int at = copySets(record, 6, record[5] & 31, sets);
            if (at < record.length) copySets(record, at + 1, record[at] & 255, sets);
        } else {
            int at = 23;
            for (int arrays = record[22] & 255; arrays > 0 && at + 3 <= record.length; arrays--)
                at = copySets(record, at + 3, unsigned(record, at + 1, 2), sets);
        }
        return sets.toByteArray();
    }

    private static int copySets(byte[] record, int from, int count, ByteArrayOutputStream sets) {
        int at = from;
        for (int i = 0; i < count && at + 2 <= record.length; i++) {
            int length = Math.min(unsigned(record, at, 2), record.length - at - 2);
            sets.writeBytes(START);
            sets.write(record, at + 2, length);
            at += 2 + length;
        }
        return at;
    }

    /** @return the same units behind start codes; what does not add up at the end is left out */
    static byte[] unit(byte[] prefixed, int lengthSize) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(prefixed.length + 64);
        int at = 0;
        while (at + lengthSize < prefixed.length) {
            int length = unsigned(prefixed, at, lengthSize);
            at += lengthSize;
            if (length <= 0 || length > prefixed.length - at) break;
            out.writeBytes(START);
            out.write(prefixed, at, length);
            at += length;
        }
        return out.toByteArray();
    }

    private static int unsigned(byte[] bytes, int at, int size) {
        int value = 0;
        for (int i = 0; i < size; i++) value = value << 8 | bytes[at + i] & 255;
        return value;
    }
}
