package club.courtside.demo;

import java.util.List;

/** The court's sound: next to silence, and the short knock of racket, floor and glass. */
final class Sound {

    private static final double LONGEST = 0.14;

    private final Match match;
    private final int rate;

    /** @param rate samples per second */
    Sound(Match match, int rate) {
        this.match = match;
        this.rate = rate;
    }

    /**
     * @param first the first sample's number, counted from the match's time 0
     * @return mono, signed 16 bits
     */
    short[] samples(long first, int count) {
        double from = (double) first / rate;
        List<Bump> bumps = match.bumps(from - LONGEST, from + (double) count / rate);
        short[] samples = new short[count];
        for (int i = 0; i < count; i++) {
            double time = (double) (first + i) / rate;
            double value = noise(first + i) * 0.0008;
            for (Bump bump : bumps) value += knock(bump, time - bump.time(), noise(first + i));
            samples[i] = (short) Math.max(-32767, Math.min(32767, value * 32767));
        }
        return samples;
    }

    private static double knock(Bump bump, double since, double noise) {
        if (since < 0 || since > LONGEST) return 0;
        double attack = Math.min(1, since / 0.0015);
        return attack
                * bump.loudness()
                * switch (bump.kind()) {
                    case RACKET ->
                        0.34
                                * Math.exp(-since * 60)
                                * (0.55 * Math.sin(since * 2 * Math.PI * 540)
                                        + 0.25 * Math.sin(since * 2 * Math.PI * 1130)
                                        + 0.3 * noise * Math.exp(-since * 220));
                    case FLOOR ->
                        0.2
                                * Math.exp(-since * 75)
                                * (0.7 * Math.sin(since * 2 * Math.PI * 310) + 0.2 * noise * Math.exp(-since * 200));
                    case WALL ->
                        0.2
                                * Math.exp(-since * 42)
                                * (0.6 * Math.sin(since * 2 * Math.PI * 185)
                                        + 0.15 * Math.sin(since * 2 * Math.PI * 770));
                };
    }

    /** White noise that depends on nothing but the sample's number. */
    private static double noise(long n) {
        long x = n * 0x9E3779B97F4A7C15L;
        x = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
        return ((x ^ (x >>> 27)) >> 11) / (double) (1L << 52);
    }
}
