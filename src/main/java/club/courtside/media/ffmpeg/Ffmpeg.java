package club.courtside.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.av_version_info;

import club.courtside.media.RecordingTools;
import club.courtside.media.Source;

/** What FFmpeg offers to the rest of Courtside. */
public final class Ffmpeg {

    /** Reads any camera address through libavformat. */
    public Source.Opener opener() {
        return new FfmpegOpener(Limits.USUAL);
    }

    public RecordingTools recordingTools() {
        return new RecordingTools(new FfmpegMp4Files(), FfmpegMp4Reader::new, VideoToH264::new, AudioToAac::new);
    }

    /** Such as {@code 8.0.1}. */
    public String version() {
        return av_version_info().getString();
    }
}
