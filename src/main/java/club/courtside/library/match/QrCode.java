package club.courtside.library.match;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/** An address as a QR code (ISO/IEC 18004), drawn as one path whose unit is a module; correction level Q, for rough walls. */
public final class QrCode {

    /** White space around it, as the standard asks for. */
    private static final int QUIET = 4;

    private final ByteMatrix modules;

    public QrCode(String address) {
        try {
            modules = Encoder.encode(address, ErrorCorrectionLevel.Q, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                    .getMatrix();
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("no QR code can hold that address", tooLong);
        }
    }

    /** Width and height with the white space. */
    public int getSize() {
        return modules.getWidth() + 2 * QUIET;
    }

    /** SVG path data of the dark modules, row by row. */
    public String getPath() {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y) == 1)
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
            }
        }
        return path.toString();
    }
}
