package club.courtside.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A model of the shape of BLIP in a few kilobytes, written as ONNX (protobuf, onnx.proto3) by hand: it says which of red,
 * green and blue a picture has most of. The same names, shapes and loop as a real one.
 */
public final class TinyBlip {

    private static final int FLOAT = 1;
    private static final int INT64 = 7;
    private static final List<String> WORDS = List.of(
            "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[DEC]", "a", "red", "green", "blue", "court", "##side", "player");

    private TinyBlip() {}

    public static Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("vision_model.onnx"), vision());
        Files.write(folder.resolve("text_decoder.onnx"), decoder());
        Files.write(folder.resolve("vocab.txt"), WORDS);
        Files.writeString(
                folder.resolve("config.json"),
                "{\"vision_config\":{\"image_size\":384},\"text_config\":{\"bos_token_id\":4,\"sep_token_id\":3}}");
        return folder;
    }

    private static byte[] vision() {
        var graph = new Message()
                .put(1, node("GlobalAveragePool", "mean", "pixel_values"))
                .put(1, node("Reshape", "last_hidden_state", "mean", "shape"))
                .put(2, "vision")
                .put(5, numbers("shape", -1, 1, 3))
                .put(11, value("pixel_values", FLOAT, "batch", 3, 384, 384))
                .put(12, value("last_hidden_state", FLOAT, "batch", 1, 3));
        return model(graph);
    }

    private static byte[] decoder() {
        int count = WORDS.size();
        float[] follows = new float[count * count];
        for (String[] pair : new String[][] {
            {"[DEC]", "a"},
            {"red", "court"},
            {"green", "court"},
            {"blue", "court"},
            {"court", "##side"},
            {"##side", "player"},
            {"player", "[SEP]"}
        }) follows[WORDS.indexOf(pair[0]) * count + WORDS.indexOf(pair[1])] = 100;
        float[] sees = new float[3 * count];
        for (int colour = 0; colour < 3; colour++) {
            follows[WORDS.indexOf("a") * count + 6 + colour] = 50;
            sees[colour * count + 6 + colour] = 10;
        }
        var graph = new Message()
                .put(1, node("Gather", "next", "follows", "input_ids").put(5, number("axis", 0)))
                .put(
                        1,
                        node("ReduceMean", "seen", "encoder_hidden_states")
                                .put(5, list("axes", 1))
                                .put(5, number("keepdims", 1)))
                .put(1, node("MatMul", "named", "seen", "sees"))
                .put(1, node("Add", "logits", "next", "named"))
                .put(2, "decoder")
                .put(5, floats("follows", follows, count, count))
                .put(5, floats("sees", sees, 3, count))
                .put(11, value("input_ids", INT64, "batch", "length"))
                .put(11, value("attention_mask", INT64, "batch", "length"))
                .put(11, value("encoder_hidden_states", FLOAT, "batch", "seen", 3))
                .put(11, value("encoder_attention_mask", INT64, "batch", "seen"))
                .put(12, value("logits", FLOAT, "batch", "length", count));
        return model(graph);
    }

    private static byte[] model(Message graph) {
        return new Message()
                .put(1, 8)
                .put(2, "courtside")
                .put(7, graph)
                .put(8, new Message().put(1, "").put(2, 13))
                .bytes();
    }

    private static Message node(String kind, String output, String... inputs) {
        var node = new Message();
        for (String input : inputs) node.put(1, input);
        return node.put(2, output).put(3, output).put(4, kind);
    }

    private static Message number(String name, long value) {
        return new Message().put(1, name).put(3, value).put(20, 2);
    }

    private static Message list(String name, long value) {
        return new Message().put(1, name).put(8, value).put(20, 7);
    }

    private static Message floats(String name, float[] values, long... sides) {
        ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) raw.putFloat(value);
        var tensor = new Message();
        for (long side : sides) tensor.put(1, side);
        return tensor.put(2, FLOAT).put(8, name).put(9, raw.array());
    }

    private static Message numbers(String name, long... values) {
        ByteBuffer raw = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) raw.putLong(value);
        return new Message().put(1, values.length).put(2, INT64).put(8, name).put(9, raw.array());
    }

    private static Message value(String name, int type, Object... sides) {
        var shape = new Message();
        for (Object side : sides)
            shape.put(
                    1,
                    side instanceof String free
                            ? new Message().put(2, free)
                            : new Message().put(1, ((Number) side).longValue()));
        var tensor = new Message().put(1, type).put(2, shape);
        return new Message().put(1, name).put(2, new Message().put(1, tensor));
    }

    /** A message of Protocol Buffers. */
    private static final class Message {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Message put(int field, long value) {
            varint((long) field << 3);
            varint(value);
            return this;
        }

        Message put(int field, byte[] value) {
            varint((long) field << 3 | 2);
            varint(value.length);
            out.writeBytes(value);
            return this;
        }

        Message put(int field, String value) {
            return put(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Message put(int field, Message value) {
            return put(field, value.bytes());
        }

        private void varint(long value) {
            for (long left = value; ; left >>>= 7) {
                boolean last = (left & ~0x7fL) == 0;
                out.write((int) (left & 0x7f) | (last ? 0 : 0x80));
                if (last) return;
            }
        }

        byte[] bytes() {
            return out.toByteArray();
        }
    }
}
