package club.courtside.court;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms into which videos are converted: H.264 and AAC in an MP4, 30 pictures a second. */
public enum RenditionFormat {
    /** For phones and social networks. */
    @JsonProperty("portrait")
    PORTRAIT(1080, 1920),
    @JsonProperty("landscape")
    LANDSCAPE(1920, 1080),
    /** Small, to watch on the way. */
    @JsonProperty("proxy")
    PROXY(1280, 720);

    public static final int FRAMES_PER_SECOND = 30;

    private final int width;
    private final int height;

    RenditionFormat(int width, int height) {
        this.width = width;
        this.height = height;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The form that has pictures of this size. */
    public static Optional<RenditionFormat> of(int width, int height) {
        return Arrays.stream(values())
                .filter(format -> format.width == width && format.height == height)
                .findFirst();
    }

    /** In addresses and file names. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
