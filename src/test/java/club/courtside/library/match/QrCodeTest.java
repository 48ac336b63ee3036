package club.courtside.library.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    private static final int PIXELS = 8;

    @Test
    void what_is_drawn_is_read_as_the_address_again() throws Exception {
        String address = "https://video.padel-du-lac.example/c/lac/terrain-1";
        QrCode code = new QrCode(address);

        int side = code.getSize() * PIXELS;
        int[] picture = new int[side * side];
        Arrays.fill(picture, 0xffffff);
        Pattern.compile("M(\\d+) (\\d+)h1v1h-1z")
                .matcher(code.getPath())
                .results()
                .forEach(dark -> {
                    int left = PIXELS * Integer.parseInt(dark.group(1));
                    int top = PIXELS * Integer.parseInt(dark.group(2));
                    for (int y = top; y < top + PIXELS; y++)
                        Arrays.fill(picture, y * side + left, y * side + left + PIXELS, 0);
                });

        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, picture)));
        assertThat(new QRCodeReader().decode(bitmap).getText()).isEqualTo(address);
    }
}
