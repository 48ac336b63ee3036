package club.courtside.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.*;

import club.courtside.media.Pace;
import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.FloatPointer;

/** The sound of a video as those who listen to speech want it: mono, as floats. Used by one thread. */
public final class SpeechSound implements AutoCloseable {

    private static final double BREAK_SECONDS = 0.1;
    private static final int PIECE = 4000;

    /** Takes sound in the order of its time. */
    public interface Listener {
        /** @param at where it begins, seconds of the video */
        void hear(double at, float[] samples, int length) throws IOException;
    }

    private final MediaFile file;
    private final int rate;
    private double expected = Double.NEGATIVE_INFINITY;
    private double at;

    /** @throws IOException when it is no video */
    public SpeechSound(Path file, int rate) throws IOException {
        this.file = new MediaFile(file);
        this.rate = rate;
    }

    /** Whether there is any that can be decoded. */
    public boolean exists() {
        return file.sound() >= 0;
    }

    public void read(Listener listener, Pace pace) throws IOException {
        SourceLimits.check(file);
        int stream = file.sound();
        double clock = av_q2d(file.stream(stream).time_base());
        file.only(stream);
        var times = new SteadyTimes(file);
        try (var decoder = new StreamDecoder(file.stream(stream), 1);
                var filter = new SoundFilter("flt", rate, 1, PIECE)) {
            Decoder.Frames given = frame -> give(frame, listener);
            file.readAll(packet -> {
                times.settle(packet, file.stream(stream).time_base());
                pace.at(times.seconds() / Math.max(1e-3, file.seconds()));
                decoder.decode(packet, frame -> take(frame, clock, filter, given));
            });
            decoder.finish(frame -> take(frame, clock, filter, given));
            filter.finish(given);
        }
    }

    private void take(AVFrame frame, double clock, SoundFilter filter, Decoder.Frames given) throws IOException {
        if (frame.sample_rate() <= 0 || frame.nb_samples() <= 0) return;
        long told = frame.best_effort_timestamp();
        double moment = told == AV_NOPTS_VALUE ? expected : told * clock;
        if (Math.abs(moment - expected) > BREAK_SECONDS) {
            filter.finish(given);
            at = Math.max(0, moment);
            expected = moment;
        }
        expected += frame.nb_samples() / (double) frame.sample_rate();
        filter.take(frame, given);
    }

    private void give(AVFrame frame, Listener listener) throws IOException {
        float[] samples = new float[frame.nb_samples()];
        new FloatPointer(frame.data(0)).get(samples);
        listener.hear(at, samples, samples.length);
        at += samples.length / (double) rate;
    }

    @Override
    public void close() {
        file.close();
    }
}
