package club.courtside.media;

/**
 * How somebody wants to see JPEGs of a camera.
 *
 * @param framesPerSecond at most, up to 60; 0 for every frame, an MJPEG camera's own ones unchanged
 * @param width pixels, 16 to 3840; smaller pictures are not enlarged
 * @param quality 1 (small) to 100 (good)
 */
public record PictureRequest(double framesPerSecond, int width, int quality) {

    public static final PictureRequest DEFAULT = new PictureRequest(5, 640, 85);

    public PictureRequest {
        if (!(framesPerSecond >= 0 && framesPerSecond <= 60))
            throw new IllegalArgumentException("fps must lie between 0 and 60, or be full");
        if (width < 16 || width > 3840) throw new IllegalArgumentException("width must lie between 16 and 3840");
        if (quality < 1 || quality > 100) throw new IllegalArgumentException("quality must lie between 1 and 100");
    }

    public boolean everyFrame() {
        return framesPerSecond == 0;
    }

    /** The same for all who want the same JPEG. */
    PictureRequest withoutRate() {
        return new PictureRequest(0, width, quality);
    }

    long intervalNanos() {
        return everyFrame() ? 0 : (long) (1e9 / framesPerSecond);
    }
}
