package club.courtside.media;

import java.io.IOException;

/** There is no room for what should be written. */
public final class DiskFull extends IOException {

    private static final long serialVersionUID = 1L;

    public DiskFull(String message) {
        super(message);
    }
}
