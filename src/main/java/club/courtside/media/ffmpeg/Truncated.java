package club.courtside.media.ffmpeg;

import java.io.IOException;

/** A video file of which only the beginning is there. */
public final class Truncated extends IOException {

    private static final long serialVersionUID = 1L;

    Truncated(String what) {
        super(what);
    }
}
