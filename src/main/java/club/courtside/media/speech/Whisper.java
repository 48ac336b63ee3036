package club.courtside.media.speech;

import club.courtside.media.ModelUnusable;
import io.github.givimad.whisperjni.WhisperContext;
import io.github.givimad.whisperjni.WhisperFullParams;
import io.github.givimad.whisperjni.WhisperJNI;
import io.github.givimad.whisperjni.WhisperSamplingStrategy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** A loaded model. Belongs into a child process: a damaged model may end it. Used by one thread. */
public final class Whisper implements AutoCloseable {

    /** Of a file that ends before its first weights whisper.cpp only says that, and goes on. */
    private static final String EMPTY = "no tensors loaded";

    private static final int LEAST_SAMPLES = Speech.RATE + Speech.RATE / 10;

    private final WhisperJNI library = new WhisperJNI();
    private final WhisperContext context;
    private final WhisperFullParams how;

    /**
     * @param model a ggml file
     * @param language two letters; null: found out
     * @throws ModelUnusable when the file is no model
     */
    public Whisper(Path model, String language, int threads) throws IOException {
        GgmlHeader.check(model);
        WhisperJNI.loadLibrary();
        AtomicBoolean empty = new AtomicBoolean();
        WhisperJNI.setLibraryLogger(line -> empty.compareAndSet(false, line.contains(EMPTY)));
        context = library.init(model);
        if (context == null || empty.get()) throw new ModelUnusable(model.getFileName() + " cannot be loaded");
        how = new WhisperFullParams(WhisperSamplingStrategy.GREEDY);
        how.nThreads = threads;
        how.language = !library.isMultilingual(context) ? "en" : language == null ? "auto" : language;
        how.printProgress = false;
        how.noContext = true;
        how.suppressNonSpeechTokens = true;
    }

    /** What is said in a stretch; nothing in one that is silent. */
    public List<Line> listen(Speech speech) throws IOException {
        if (speech.isSilent()) return List.of();
        float[] samples = speech.samples();
        // whisper.cpp hears nothing in less than a second.
        if (samples.length < LEAST_SAMPLES) samples = Arrays.copyOf(samples, LEAST_SAMPLES);
        if (library.full(context, how, samples, samples.length) != 0)
            throw new ModelUnusable("the model cannot be run");
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < library.fullNSegments(context); i++) add(speech, i, lines);
        return lines;
    }

    private void add(Speech speech, int segment, List<Line> lines) {
        long begin = Math.round(speech.from() * 1000);
        long end = begin + Math.round(speech.seconds() * 1000);
        long from = Math.max(0, begin + 10 * library.fullGetSegmentTimestamp0(context, segment));
        long to = Math.min(end, begin + 10 * library.fullGetSegmentTimestamp1(context, segment));
        String text = library.fullGetSegmentText(context, segment).strip();
        if (!text.isEmpty() && from < to) lines.add(new Line(from, to, text));
    }

    @Override
    public void close() {
        context.close();
    }
}
