package club.courtside.support;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A model in the file format of whisper.cpp, of the smallest size that it takes and with weights that make it say one text
 * at fixed moments of whatever it hears: "Point for" from 0 to 1.2 s, "the home team" to 2.8 s. English only.
 */
public final class TinyWhisper {

    private static final int VOCABULARY = 51_864;
    private static final int WIDTH = 64;
    private static final int LAYERS = 4;
    private static final int TEXT = 448;
    private static final int SOUND = 1500;
    private static final int BANDS = 80;
    private static final int END = 50_256;
    private static final int BEGIN = 50_363;
    private static final int[] SCRIPT = {BEGIN, 1000, 1001, BEGIN + 60, BEGIN + 60, 1002, 1003, 1004, BEGIN + 140, END};
    private static final Map<Integer, String> WORDS = Map.of(
            220, " ", 221, " -", 222, " '", 1000, " Point", 1001, " for", 1002, " the", 1003, " home", 1004, " team");

    private interface Weights {
        float at(int row, int column);
    }

    private final DataOutputStream out;

    private TinyWhisper(DataOutputStream out) {
        this.out = out;
    }

    public static Path write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            new TinyWhisper(out).write();
        }
        return file;
    }

    private void write() throws IOException {
        number(0x67676d6c);
        for (int size : new int[] {VOCABULARY, SOUND, WIDTH, 1, LAYERS, TEXT, WIDTH, 1, LAYERS, BANDS, 1}) number(size);
        number(BANDS);
        number(201);
        for (int i = 0; i < BANDS * 201; i++) number(Float.floatToIntBits(0.001f));
        words();
        tensor("encoder.positional_embedding", false, null, WIDTH, SOUND);
        tensor("encoder.conv1.weight", true, null, 3, BANDS, WIDTH);
        tensor("encoder.conv1.bias", false, null, 1, WIDTH);
        tensor("encoder.conv2.weight", true, null, 3, WIDTH, WIDTH);
        tensor("encoder.conv2.bias", false, null, 1, WIDTH);
        norm("encoder.ln_post");
        for (int layer = 0; layer < LAYERS; layer++) block("encoder.blocks." + layer, "attn");
        // Each place of the text has a code of its own, which only the word that belongs there answers to.
        tensor("decoder.positional_embedding", false, (row, column) -> column == row % WIDTH ? 100 : 0, WIDTH, TEXT);
        Weights script = (row, column) -> column < SCRIPT.length && SCRIPT[column] == row ? 3 : 0;
        tensor("decoder.token_embedding.weight", true, script, WIDTH, VOCABULARY);
        norm("decoder.ln");
        for (int layer = 0; layer < LAYERS; layer++) block("decoder.blocks." + layer, "attn", "cross_attn");
    }

    private void words() throws IOException {
        number(50_257);
        for (int i = 0; i < 50_257; i++) {
            String usual = i < 256 ? String.valueOf((char) ('a' + i % 26)) : " w" + i;
            byte[] word = WORDS.getOrDefault(i, usual).getBytes(StandardCharsets.UTF_8);
            number(word.length);
            out.write(word);
        }
    }

    private void block(String name, String... attentions) throws IOException {
        for (String attention : attentions) {
            norm(name + "." + attention + "_ln");
            linear(name + "." + attention + ".query", true, WIDTH, WIDTH);
            linear(name + "." + attention + ".key", false, WIDTH, WIDTH);
            linear(name + "." + attention + ".value", true, WIDTH, WIDTH);
            linear(name + "." + attention + ".out", true, WIDTH, WIDTH);
        }
        norm(name + ".mlp_ln");
        linear(name + ".mlp.0", true, WIDTH, 4 * WIDTH);
        linear(name + ".mlp.2", true, 4 * WIDTH, WIDTH);
    }

    private void norm(String name) throws IOException {
        tensor(name + ".weight", false, (row, column) -> 1, WIDTH);
        tensor(name + ".bias", false, null, WIDTH);
    }

    private void linear(String name, boolean bias, int in, int to) throws IOException {
        tensor(name + ".weight", true, null, in, to);
        if (bias) tensor(name + ".bias", false, null, to);
    }

    /** @param half whether in half precision; the first side is the one that runs fastest */
    private void tensor(String name, boolean half, Weights weights, int... sides) throws IOException {
        byte[] letters = name.getBytes(StandardCharsets.UTF_8);
        number(sides.length);
        number(letters.length);
        number(half ? 1 : 0);
        int count = 1;
        for (int side : sides) {
            number(side);
            count *= side;
        }
        out.write(letters);
        ByteBuffer bytes = ByteBuffer.allocate(count * (half ? 2 : 4)).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            float value = weights == null ? 0 : weights.at(i / sides[0], i % sides[0]);
            if (half) bytes.putShort(half(value));
            else bytes.putFloat(value);
        }
        out.write(bytes.array());
    }

    private static short half(float value) {
        if (value == 0) return 0;
        int bits = Float.floatToIntBits(value);
        return (short) ((bits >>> 16) & 0x8000 | (((bits >>> 23) & 255) - 112) << 10 | (bits >>> 13) & 0x3ff);
    }

    private void number(int value) throws IOException {
        out.writeInt(Integer.reverseBytes(value));
    }
}
