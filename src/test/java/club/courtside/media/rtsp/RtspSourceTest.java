package club.courtside.media.rtsp;

import club.courtside.media.CameraLimits;
import club.courtside.media.Source;
import club.courtside.media.SourceContract;
import club.courtside.media.ffmpeg.Ffmpeg;
import java.time.Duration;

/** What it does not read itself, it has read by libavformat. */
class RtspSourceTest extends SourceContract {

    @Override
    protected Source.Opener usual() {
        return new RtspOpener(new Ffmpeg().opener());
    }

    @Override
    protected Source.Opener impatient() {
        CameraLimits limits = new CameraLimits(Duration.ofSeconds(3), Duration.ofSeconds(3));
        return new RtspOpener(new Ffmpeg().opener(limits), limits);
    }
}
