package club.courtside.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.*;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVRational;

/**
 * Counts the times of packets from the beginning of their file, and takes jumps out of them that go far behind the length
 * which the file promises, or back: damage must not make years of a minute. Used by one thread.
 */
final class SteadyTimes {

    private static final long MOST = 10_000_000L;
    private static final long STEP = 40_000L;

    private final Map<Integer, Long> last = new HashMap<>();
    private final long promised;
    private long offset;
    private long furthest;

    SteadyTimes(MediaFile file) {
        this.offset = -file.beginMicros();
        this.promised = file.promisesLength() ? (long) (file.seconds() * 1e6) : 0;
    }

    /** @throws Unfit when it has come to last longer than any video may */
    void settle(AVPacket packet, AVRational clock) throws Unfit {
        long told = packet.dts() != AV_NOPTS_VALUE ? packet.dts() : packet.pts();
        if (told == AV_NOPTS_VALUE) return;
        long moment = av_rescale_q(told, clock, Av.MICROS) + offset;
        long before = last.getOrDefault(packet.stream_index(), Math.min(0, moment));
        if (moment > Math.max(furthest, promised) + MOST || moment < before - MOST) {
            offset += furthest + STEP - moment;
            moment = furthest + STEP;
        }
        last.put(packet.stream_index(), moment);
        furthest = Math.max(furthest, moment);
        SourceLimits.checkSeconds(seconds());
        long shift = av_rescale_q(offset, Av.MICROS, clock);
        if (packet.dts() != AV_NOPTS_VALUE) packet.dts(packet.dts() + shift);
        if (packet.pts() != AV_NOPTS_VALUE) packet.pts(packet.pts() + shift);
    }

    /** How far the file was read. */
    double seconds() {
        return furthest / 1e6;
    }
}
