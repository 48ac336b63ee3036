package club.courtside.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.av_version_info;

import club.courtside.media.CameraLimits;
import club.courtside.media.Conversion;
import club.courtside.media.RecordingTools;
import club.courtside.media.Source;

/** What FFmpeg offers to the rest of Courtside. */
public final class Ffmpeg {

    /** Reads any camera address through libavformat. */
    public Source.Opener opener() {
        return opener(CameraLimits.USUAL);
    }

    public Source.Opener opener(CameraLimits limits) {
        return new FfmpegOpener(limits);
    }

    public RecordingTools recordingTools() {
        return new RecordingTools(
                new FfmpegMp4Files(), FfmpegMp4Reader::new, VideoConversion::forFile, AudioToAac::new);
    }

    /** Any video to H.264 for those who watch: at most 1280 pixels wide, without delay. */
    public Conversion.Opener liveConversion() {
        return VideoConversion::forViewers;
    }

    /** Such as {@code 8.0.1}. */
    public String version() {
        return av_version_info().getString();
    }
}
