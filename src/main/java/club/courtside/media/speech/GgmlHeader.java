package club.courtside.media.speech;

import club.courtside.media.ModelUnusable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * The beginning of a model file of whisper.cpp: eleven numbers behind the magic one. The library takes them on trust, and
 * with wrong ones takes all the memory there is, or never ends.
 */
final class GgmlHeader {

    private static final int MAGIC = 0x67676d6c;
    private static final long SMALLEST = 1_000_000;

    /** Least and most of: words, length, width, heads and layers of the sound, the same of the text, bands, form. */
    private static final int[][] BOUNDS = {
        {50_000, 60_000},
        {1, 3000},
        {16, 4096},
        {1, 64},
        {1, 64},
        {1, 1000},
        {16, 4096},
        {1, 64},
        {1, 64},
        {80, 128},
        {0, 3000}
    };

    private GgmlHeader() {}

    static void check(Path model) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(4 + 4 * BOUNDS.length).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel channel = FileChannel.open(model)) {
            while (header.hasRemaining() && channel.read(header) >= 0) {}
            boolean whole = !header.hasRemaining() && channel.size() >= SMALLEST;
            if (!whole || header.getInt(0) != MAGIC || !isSane(header))
                throw new ModelUnusable(model.getFileName() + " is no ggml model");
        }
    }

    private static boolean isSane(ByteBuffer header) {
        for (int i = 0; i < BOUNDS.length; i++) {
            int number = header.getInt(4 + 4 * i);
            if (number < BOUNDS[i][0] || number > BOUNDS[i][1]) return false;
        }
        return true;
    }
}
