package club.courtside.media.caption;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import javax.imageio.ImageIO;

/** A picture as the model was taught to see it (CLIP's means and deviations). */
final class Pixels {

    private static final float[] MEAN = {0.48145466f, 0.4578275f, 0.40821073f};
    private static final float[] DEVIATION = {0.26862954f, 0.26130258f, 0.27577711f};

    private Pixels() {}

    /** Red, green and blue one after the other, of a square. */
    static FloatBuffer of(byte[] jpeg, int side) throws IOException {
        int[] colours = square(ImageIO.read(new ByteArrayInputStream(jpeg)), side);
        FloatBuffer pixels = FloatBuffer.allocate(3 * side * side);
        for (int i = 0; i < 3; i++)
            for (int colour : colours) pixels.put(((colour >> 16 - 8 * i & 255) / 255f - MEAN[i]) / DEVIATION[i]);
        return pixels.rewind();
    }

    private static int[] square(BufferedImage picture, int side) {
        var square = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = square.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(picture, 0, 0, side, side, null);
        graphics.dispose();
        return square.getRGB(0, 0, side, side, null, 0, side);
    }
}
