package club.courtside.media.rtsp;

/** AudioSpecificConfig (ISO/IEC 14496-3, 1.6.2.1). */
record AacConfiguration(int objectType, int sampleRate, int channels, boolean shortFrames, byte[] bytes) {

    private static final int LOW_COMPLEXITY = 2;
    private static final int[] RATES = {
        96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000, 7350
    };
    private static final int EXPLICIT = 15;

    /** What is too short says 0. */
    static AacConfiguration parse(byte[] bytes) {
        long bits = 0;
        for (int i = 0; i < 8; i++) bits = bits << 8 | (i < bytes.length ? bytes[i] & 255 : 0);
        int index = (int) (bits >>> 55 & 15);
        int after = index == EXPLICIT ? 31 : 55;
        int rate = index == EXPLICIT ? (int) (bits >>> 31 & 0xFFFFFF) : index < RATES.length ? RATES[index] : 0;
        return new AacConfiguration(
                (int) (bits >>> 59), rate, (int) (bits >>> after - 4 & 15), (bits >>> after - 5 & 1) == 1, bytes);
    }

    /** AAC-LC with frames of 1024 samples and a usual order of channels. */
    boolean isUsual() {
        return objectType == LOW_COMPLEXITY && !shortFrames && channels > 0 && channels < 7;
    }
}
