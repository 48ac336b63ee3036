package club.courtside.demo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalTime;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Single JPEG pictures at an irregular pace, as cheap cameras send them: the pace is always the same sequence. */
final class JpegFilm implements Film {

    private static final float QUALITY = 0.82f;

    private final CourtPicture picture;
    private final List<Integer> intervals;
    private final ImageWriter jpeg = ImageIO.getImageWritersByFormatName("jpeg").next();
    private int taken;

    /** @param intervals milliseconds from picture to picture, over and over */
    JpegFilm(DemoCourt court, List<Integer> intervals) {
        picture = court.picture(court.match());
        this.intervals = List.copyOf(intervals);
    }

    @Override
    public long after(long micros) {
        return micros + intervals.get(taken++ % intervals.size()) * 1000L;
    }

    @Override
    public List<Unit> take(long micros, boolean key) {
        picture.at(micros / 1e6, LocalTime.now());
        return List.of(new Unit(true, micros, true, encode(picture.picture())));
    }

    private byte[] encode(BufferedImage image) {
        ImageWriteParam quality = jpeg.getDefaultWriteParam();
        quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        quality.setCompressionQuality(QUALITY);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(100_000);
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            jpeg.setOutput(out);
            jpeg.write(null, new IIOImage(image, null, null), quality);
        } catch (IOException e) {
            throw new UncheckedIOException("memory refused a JPEG picture", e);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        jpeg.dispose();
    }
}
