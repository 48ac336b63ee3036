package club.courtside.media.ffmpeg;

import java.io.IOException;

/** A file of which no copy can be made that is what was asked for. */
public final class Unfit extends IOException {

    private static final long serialVersionUID = 1L;
    private final String code;

    Unfit(String code, String message) {
        super(message);
        this.code = code;
    }

    /** One word for programs, such as {@code no_video}. */
    public String code() {
        return code;
    }
}
