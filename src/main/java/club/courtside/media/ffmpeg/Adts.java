package club.courtside.media.ffmpeg;

import java.util.Arrays;

/** AAC as transport streams carry it, with a header before each frame (ISO/IEC 13818-7, ADTS). */
final class Adts {

    private static final int[] RATES = {
        96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000, 7350
    };

    private Adts() {}

    static boolean isHeaded(byte[] frame) {
        return frame.length > 7 && (frame[0] & 255) == 255 && (frame[1] & 0xF6) == 0xF0;
    }

    static byte[] withoutHeader(byte[] frame) {
        return Arrays.copyOfRange(frame, (frame[1] & 1) == 1 ? 7 : 9, frame.length);
    }

    static boolean knows(int sampleRate) {
        return indexOf(sampleRate) >= 0;
    }

    /** The AudioSpecificConfig (ISO/IEC 14496-3, 1.6.2.1) of AAC-LC; empty when the rate has no number. */
    static byte[] configuration(int sampleRate, int channels) {
        int rate = indexOf(sampleRate);
        if (rate < 0) return new byte[0];
        int bits = 2 << 11 | rate << 7 | channels << 3;
        return new byte[] {(byte) (bits >> 8), (byte) bits};
    }

    private static int indexOf(int sampleRate) {
        for (int i = 0; i < RATES.length; i++) if (RATES[i] == sampleRate) return i;
        return -1;
    }
}
