package club.courtside.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.javacpp.IntPointer;

/**
 * How a picture has to be turned to stand upright: a telephone films as it is held and says so in a matrix (ISO 14496-12,
 * 8.3.2).
 *
 * @param filters FFmpeg's, empty for none
 * @param sideways width and height change places
 */
record Upright(String filters, boolean sideways) {

    private static final Upright AS_IT_IS = new Upright("", false);

    static Upright of(AVCodecParameters parameters) {
        AVPacketSideData found = av_packet_side_data_get(
                parameters.coded_side_data(), parameters.nb_coded_side_data(), AV_PKT_DATA_DISPLAYMATRIX);
        if (found == null || found.isNull() || found.size() < 9 * Integer.BYTES) return AS_IT_IS;
        IntPointer matrix = new IntPointer(found.data());
        double turned = -av_display_rotation_get(matrix);
        if (Double.isNaN(turned)) return AS_IT_IS;
        return of((int) Math.round(turned / 90) & 3, matrix);
    }

    private static Upright of(int quarters, IntPointer matrix) {
        return switch (quarters) {
            case 1 -> new Upright(matrix.get(3) > 0 ? "transpose=cclock_flip" : "transpose=clock", true);
            case 3 -> new Upright(matrix.get(3) < 0 ? "transpose=clock_flip" : "transpose=cclock", true);
            case 2 -> new Upright(flips(matrix.get(0) < 0, matrix.get(4) < 0), false);
            default -> new Upright(flips(false, matrix.get(4) < 0), false);
        };
    }

    private static String flips(boolean left, boolean over) {
        return left && over ? "hflip,vflip" : left ? "hflip" : over ? "vflip" : "";
    }
}
