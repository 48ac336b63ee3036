package club.courtside.media;

import club.courtside.media.Track.Codec;
import java.util.Arrays;
import java.util.Optional;

/**
 * The size of the picture, and its order, as the sequence parameter set tells it (ITU-T H.264, 7.3.2.1.1; H.265, 7.3.2.2.1): cameras
 * announce the set when they are asked what they have, long before FFmpeg has decoded a picture.
 *
 * @param width in pixels, as shown
 * @param height in pixels, as shown
 * @param reordered how many pictures may stand before one that is shown earlier; 0 when there are none or it is not told
 */
public record PictureSize(int width, int height, int reordered) {

    private static final int LONGEST = 8192;
    private static final int MOST_REORDERED = 16;
    private static final int[] HIGH_PROFILES = {100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135};

    /** @param annexB parameter sets behind start codes */
    public static Optional<PictureSize> in(Codec codec, byte[] annexB) {
        if (codec != Codec.H264 && codec != Codec.H265) return Optional.empty();
        for (int at = 0; at + 5 < annexB.length; at++) {
            if (annexB[at] != 0 || annexB[at + 1] != 0 || annexB[at + 2] != 1) continue;
            boolean h264 = codec == Codec.H264;
            int type = h264 ? annexB[at + 3] & 31 : annexB[at + 3] >> 1 & 63;
            if (type != (h264 ? 7 : 33)) continue;
            try {
                Bits bits = new Bits(annexB, at + (h264 ? 4 : 5));
                return Optional.of(h264 ? ofH264(bits) : ofH265(bits)).filter(PictureSize::isSane);
            } catch (IndexOutOfBoundsException torn) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Damaged parameters claim anything; a writer or an encoder would make room for it. */
    private boolean isSane() {
        return width > 0 && height > 0 && width <= LONGEST && height <= LONGEST;
    }

    private static PictureSize ofH264(Bits bits) {
        int profile = bits.read(8);
        bits.skip(16);
        bits.unsigned();
        int chroma = 1;
        if (Arrays.stream(HIGH_PROFILES).anyMatch(high -> high == profile)) {
            chroma = bits.unsigned();
            if (chroma == 3) bits.skip(1);
            bits.unsigned();
            bits.unsigned();
            bits.skip(1);
            if (bits.read(1) == 1)
                for (int i = 0; i < (chroma == 3 ? 12 : 8); i++) skipScalingList(bits, i < 6 ? 16 : 64);
        }
        bits.unsigned();
        int orderType = bits.unsigned();
        if (orderType == 0) bits.unsigned();
        else if (orderType == 1) skipPictureOrder(bits);
        bits.unsigned();
        bits.skip(1);
        int width = 16 * (bits.unsigned() + 1);
        int heightInUnits = bits.unsigned() + 1;
        int fields = 2 - bits.read(1);
        if (fields == 2) bits.skip(1);
        bits.skip(1);
        PictureSize size = cropped(bits, width, 16 * heightInUnits * fields, chroma, fields);
        return size.with(reorderedInH264(bits));
    }

    /** What stands in the usability information (annex E) before the bound for reordering. */
    private static int reorderedInH264(Bits bits) {
        if (bits.read(1) == 0) return 0;
        if (bits.read(1) == 1 && bits.read(8) == 255) bits.skip(32);
        if (bits.read(1) == 1) bits.skip(1);
        if (bits.read(1) == 1) {
            bits.skip(4);
            if (bits.read(1) == 1) bits.skip(24);
        }
        if (bits.read(1) == 1) {
            bits.unsigned();
            bits.unsigned();
        }
        if (bits.read(1) == 1) bits.skip(65);
        boolean network = skipReferenceDecoder(bits);
        if (skipReferenceDecoder(bits) || network) bits.skip(1);
        bits.skip(1);
        if (bits.read(1) == 0) return 0;
        bits.skip(1);
        for (int i = 0; i < 4; i++) bits.unsigned();
        return bits.unsigned();
    }

    private static boolean skipReferenceDecoder(Bits bits) {
        if (bits.read(1) == 0) return false;
        int count = bits.unsigned() + 1;
        bits.skip(8);
        for (int i = 0; i < count; i++) {
            bits.unsigned();
            bits.unsigned();
            bits.skip(1);
        }
        bits.skip(20);
        return true;
    }

    private static void skipScalingList(Bits bits, int size) {
        if (bits.read(1) == 0) return;
        int last = 8;
        int next = 8;
        for (int i = 0; i < size; i++) {
            if (next != 0) next = (last + bits.signed() + 256) % 256;
            last = next == 0 ? last : next;
        }
    }

    private static void skipPictureOrder(Bits bits) {
        bits.skip(1);
        bits.signed();
        bits.signed();
        for (int count = bits.unsigned(); count > 0; count--) bits.signed();
    }

    private static PictureSize ofH265(Bits bits) {
        bits.skip(4);
        int layers = bits.read(3);
        bits.skip(1 + 96);
        int[] present = new int[layers];
        for (int i = 0; i < layers; i++) present[i] = bits.read(2);
        if (layers > 0) bits.skip(2 * (8 - layers));
        for (int flags : present) bits.skip((flags & 2) * 44 + (flags & 1) * 8);
        bits.unsigned();
        int chroma = bits.unsigned();
        if (chroma == 3) bits.skip(1);
        int width = bits.unsigned();
        int height = bits.unsigned();
        PictureSize size = cropped(bits, width, height, chroma, 1);
        for (int i = 0; i < 3; i++) bits.unsigned();
        int told = bits.read(1) == 1 ? layers + 1 : 1;
        int reordered = 0;
        for (int i = 0; i < told; i++) {
            bits.unsigned();
            reordered = bits.unsigned();
            bits.unsigned();
        }
        return size.with(reordered);
    }

    private PictureSize with(int order) {
        return new PictureSize(width, height, order <= MOST_REORDERED ? order : 0);
    }

    private static PictureSize cropped(Bits bits, int width, int height, int chroma, int fields) {
        if (bits.read(1) == 0) return new PictureSize(width, height, 0);
        int across = chroma == 1 || chroma == 2 ? 2 : 1;
        int down = (chroma == 1 ? 2 : 1) * fields;
        int left = bits.unsigned();
        int right = bits.unsigned();
        int top = bits.unsigned();
        int bottom = bits.unsigned();
        return new PictureSize(width - across * (left + right), height - down * (top + bottom), 0);
    }

    /** The bits of a NAL unit, without the bytes that keep start codes out of it. */
    private static final class Bits {
        private final byte[] bytes;
        private int at;
        private int bit;

        Bits(byte[] bytes, int at) {
            this.bytes = bytes;
            this.at = at;
        }

        int read(int count) {
            int value = 0;
            for (int i = 0; i < count; i++) value = value << 1 | next();
            return value;
        }

        void skip(int count) {
            for (int i = 0; i < count; i++) next();
        }

        private int next() {
            int value = bytes[at] >> 7 - bit & 1;
            if (++bit == 8) {
                bit = 0;
                at++;
                if (at + 1 < bytes.length && bytes[at] == 3 && bytes[at - 1] == 0 && bytes[at - 2] == 0) at++;
            }
            return value;
        }

        /** Exp-Golomb, ue(v). */
        int unsigned() {
            int zeros = 0;
            while (next() == 0) if (++zeros > 31) throw new IndexOutOfBoundsException("no such number");
            return (1 << zeros) - 1 + read(zeros);
        }

        /** Exp-Golomb, se(v). */
        int signed() {
            int code = unsigned();
            return (code & 1) == 1 ? (code + 1) / 2 : -code / 2;
        }
    }
}
