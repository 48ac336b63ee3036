package club.courtside.media.ffmpeg;

import club.courtside.media.RecordingTools;
import club.courtside.media.Source;

/** What FFmpeg offers to the rest of Courtside. */
public final class Ffmpeg {

    /** Reads any camera address through libavformat. */
    public Source.Opener opener() {
        throw new UnsupportedOperationException("in work");
    }

    public RecordingTools recordingTools() {
        throw new UnsupportedOperationException("in work");
    }

    /** Such as {@code 8.0.1}. */
    public String version() {
        throw new UnsupportedOperationException("in work");
    }
}
