package club.courtside.media.ffmpeg;

import club.courtside.media.CameraLimits;
import club.courtside.media.Source;
import club.courtside.media.SourceContract;
import java.time.Duration;

class FfmpegSourceTest extends SourceContract {

    @Override
    protected Source.Opener usual() {
        return new FfmpegOpener(CameraLimits.USUAL);
    }

    @Override
    protected Source.Opener impatient() {
        return new FfmpegOpener(new CameraLimits(Duration.ofSeconds(3), Duration.ofSeconds(3)));
    }
}
