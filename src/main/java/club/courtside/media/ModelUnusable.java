package club.courtside.media;

import java.io.IOException;

/** A model's files are there, and are not what they should be. */
public final class ModelUnusable extends IOException {

    private static final long serialVersionUID = 1L;

    public ModelUnusable(String message) {
        super(message);
    }

    public ModelUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
