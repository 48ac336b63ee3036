package club.courtside.demo;

/** G.711 A-law (ITU-T G.711): 8 bits for each sample. */
final class ALaw {

    private ALaw() {}

    static byte[] encode(short[] pcm) {
        byte[] coded = new byte[pcm.length];
        for (int i = 0; i < pcm.length; i++) coded[i] = encode(pcm[i]);
        return coded;
    }

    static byte encode(short sample) {
        int sign = sample >= 0 ? 0x80 : 0;
        int magnitude = Math.min(0xFFF, (sample >= 0 ? sample : ~sample) >> 3);
        int exponent = magnitude < 32 ? 0 : 27 - Integer.numberOfLeadingZeros(magnitude);
        int mantissa = exponent == 0 ? magnitude >> 1 : (magnitude >> exponent) & 0xF;
        return (byte) ((sign | exponent << 4 | mantissa & 0xF) ^ 0x55);
    }
}
