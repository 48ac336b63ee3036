package club.courtside.media.ffmpeg;

/**
 * How a picture is brought to the size that is wanted: a part of it is cut out, scaled, and set on a black ground. All
 * numbers are pixels, of the upright picture.
 *
 * @param cutWidth of what is taken out of the source's middle
 * @param scaledWidth of what stands in the middle of the result
 * @param width of the result
 */
record PictureShape(int cutWidth, int cutHeight, int scaledWidth, int scaledHeight, int width, int height) {

    /**
     * @param pixelAspect width of a source's pixel by its height
     * @param width wanted; 0, together with the height, for the source's own
     * @param crop fill all of the result, otherwise show all of the source
     */
    static PictureShape of(int sourceWidth, int sourceHeight, double pixelAspect, int width, int height, boolean crop) {
        if (width == 0) return same(sourceWidth, sourceHeight);
        double wide = sourceWidth * pixelAspect;
        double scale = crop
                ? Math.max(width / wide, height / (double) sourceHeight)
                : Math.min(width / wide, height / (double) sourceHeight);
        if (crop) {
            int cutWidth = clamp(width / scale / pixelAspect, sourceWidth);
            int cutHeight = clamp(height / scale, sourceHeight);
            return new PictureShape(cutWidth, cutHeight, width, height, width, height);
        }
        return new PictureShape(
                sourceWidth,
                sourceHeight,
                even(wide * scale, width),
                even(sourceHeight * scale, height),
                width,
                height);
    }

    /** H.264 in yuv420p has even sides: an odd one loses its last row or column. */
    private static PictureShape same(int sourceWidth, int sourceHeight) {
        int width = Math.max(2, sourceWidth & ~1);
        int height = Math.max(2, sourceHeight & ~1);
        return new PictureShape(
                Math.min(width, sourceWidth), Math.min(height, sourceHeight), width, height, width, height);
    }

    private static int clamp(double pixels, int most) {
        return Math.max(1, Math.min(most, (int) Math.round(pixels)));
    }

    private static int even(double pixels, int most) {
        return Math.max(2, Math.min(most, 2 * (int) Math.round(pixels / 2)));
    }

    boolean isCut(int sourceWidth, int sourceHeight) {
        return cutWidth != sourceWidth || cutHeight != sourceHeight;
    }

    boolean isScaled() {
        return cutWidth != scaledWidth || cutHeight != scaledHeight;
    }

    boolean hasBars() {
        return scaledWidth != width || scaledHeight != height;
    }
}
