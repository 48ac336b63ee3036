package club.courtside.media.speech;

import java.io.IOException;
import java.util.Arrays;

/**
 * Cuts sound into stretches of at most a minute, where it is quietest: a word that is cut in two is understood by nobody.
 * Used by one thread.
 */
public final class Stretches {

    /** Takes them in their order. */
    public interface Listener {
        void hear(Speech speech) throws IOException;
    }

    private static final int LONGEST = 60 * Speech.RATE;
    private static final int SHORTEST = 40 * Speech.RATE;
    private static final int PAUSE = Speech.RATE / 4;
    private static final double BREAK_SECONDS = 0.1;

    private final Listener listener;
    private final float[] samples = new float[LONGEST];
    private int count;
    private double from;

    public Stretches(Listener listener) {
        this.listener = listener;
    }

    /** @param at where it begins, seconds of the video */
    public void take(double at, float[] more, int length) throws IOException {
        if (count == 0) from = at;
        double expected = from + count / (double) Speech.RATE;
        if (Math.abs(at - expected) > BREAK_SECONDS) {
            finish();
            from = at;
        }
        int taken = 0;
        while (taken < length) {
            int part = Math.min(length - taken, LONGEST - count);
            System.arraycopy(more, taken, samples, count, part);
            count += part;
            taken += part;
            if (count == LONGEST) give(quietest());
        }
    }

    private int quietest() {
        int best = LONGEST;
        double least = Double.MAX_VALUE;
        for (int at = SHORTEST; at + PAUSE <= LONGEST; at += PAUSE) {
            double loud = 0;
            for (int i = at; i < at + PAUSE; i++) loud += Math.abs(samples[i]);
            if (loud >= least) continue;
            least = loud;
            best = at + PAUSE / 2;
        }
        return best;
    }

    private void give(int length) throws IOException {
        listener.hear(new Speech(from, Arrays.copyOf(samples, length)));
        System.arraycopy(samples, length, samples, 0, count - length);
        count -= length;
        from += length / (double) Speech.RATE;
    }

    /** The last one. */
    public void finish() throws IOException {
        if (count > 0) give(count);
    }
}
