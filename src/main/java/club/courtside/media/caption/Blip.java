package club.courtside.media.caption;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import club.courtside.media.ModelUnusable;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A loaded model. What it says is what it computes: there is no other text. Used by one thread. */
public final class Blip implements AutoCloseable {

    private static final int MOST_WORDS = 40;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession vision;
    private final OrtSession decoder;
    private final Words words;
    private final int side;

    /** @throws ModelUnusable when its files are not what they should be */
    public Blip(BlipFiles files, int threads) throws IOException {
        JsonNode config = files.config();
        this.words = new Words(files.vocabulary(), config);
        this.side = BlipFiles.side(config);
        if (side < 16 || side > 2048) throw new ModelUnusable("config.json tells an impossible image_size");
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            this.vision = environment.createSession(files.vision().toString(), options);
            this.decoder = environment.createSession(files.decoder().toString(), options);
        } catch (OrtException e) {
            throw new ModelUnusable("the model cannot be loaded: " + e.getMessage(), e);
        }
    }

    /**
     * @param jpeg the picture
     * @return one sentence
     * @throws ModelUnusable when the model does not do what it should
     */
    public String describe(byte[] jpeg) throws IOException {
        FloatBuffer pixels = Pixels.of(jpeg, side);
        try (var picture = OnnxTensor.createTensor(environment, pixels, new long[] {1, 3, side, side});
                var seen = vision.run(Map.of("pixel_values", picture))) {
            String text = words.text(say((OnnxTensor) seen.get(0)));
            if (text.isBlank()) throw new ModelUnusable("the model says nothing");
            return text;
        } catch (OrtException | ClassCastException e) {
            throw new ModelUnusable("the model cannot be run: " + e.getMessage(), e);
        }
    }

    /** Always the word that is likeliest next. */
    private List<Long> say(OnnxTensor seen) throws OrtException {
        long[] all = new long[(int) seen.getInfo().getShape()[1]];
        Arrays.fill(all, 1);
        List<Long> said = new ArrayList<>(List.of(words.first()));
        try (var mask = OnnxTensor.createTensor(environment, new long[][] {all})) {
            while (said.size() <= MOST_WORDS) {
                long next = next(said, seen, mask);
                if (words.isLast(next)) break;
                said.add(next);
            }
        }
        return said;
    }

    private long next(List<Long> said, OnnxTensor seen, OnnxTensor mask) throws OrtException {
        long[] numbers = said.stream().mapToLong(Long::longValue).toArray();
        long[] all = new long[numbers.length];
        Arrays.fill(all, 1);
        try (var ids = OnnxTensor.createTensor(environment, new long[][] {numbers});
                var attention = OnnxTensor.createTensor(environment, new long[][] {all})) {
            Map<String, OnnxTensor> inputs = new HashMap<>(Map.of(
                    "input_ids", ids,
                    "attention_mask", attention,
                    "encoder_hidden_states", seen,
                    "encoder_attention_mask", mask));
            inputs.keySet().retainAll(decoder.getInputNames());
            try (var result = decoder.run(inputs)) {
                float[][][] likely = (float[][][]) result.get(0).getValue();
                return best(likely[0][numbers.length - 1]);
            }
        }
    }

    private static int best(float[] likely) {
        int best = 0;
        for (int i = 1; i < likely.length; i++) if (likely[i] > likely[best]) best = i;
        return best;
    }

    @Override
    public void close() {
        try {
            vision.close();
            decoder.close();
        } catch (OrtException e) {
            throw new IllegalStateException("a model does not close", e);
        }
    }
}
