package club.courtside.media.ffmpeg;

/** Finds the end and the size of one JPEG (ITU-T T.81, annex B); remembers how far it got while bytes still come. */
final class JpegPicture {

    static final int UNFINISHED = -1;

    private int walked = 2;
    private boolean scan;

    /** @return the length of the picture that begins at {@code from}, or {@link #UNFINISHED} */
    int end(byte[] data, int from, int to) {
        while (from + walked + 1 < to) {
            int at = from + walked;
            int marker = data[at + 1] & 255;
            if ((data[at] & 255) != 0xFF || (scan && (marker == 0 || (marker >= 0xD0 && marker <= 0xD7)))) {
                walked++;
            } else if (marker == 0xD9) {
                return walked + 2;
            } else if (marker == 0xFF || marker == 0) {
                walked++;
            } else {
                if (at + 3 >= to) return UNFINISHED;
                scan = marker == 0xDA;
                walked += 2 + ((data[at + 2] & 255) << 8 | data[at + 3] & 255);
            }
        }
        return UNFINISHED;
    }

    /** @return width and height in pixels, or null when it has no frame header */
    static int[] size(byte[] jpeg) {
        int at = 2;
        while (at + 8 < jpeg.length) {
            int marker = jpeg[at + 1] & 255;
            if ((jpeg[at] & 255) != 0xFF || marker == 0xDA) return null;
            if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC)
                return new int[] {pair(jpeg, at + 7), pair(jpeg, at + 5)};
            at += marker == 0xFF ? 1 : 2 + pair(jpeg, at + 2);
        }
        return null;
    }

    private static int pair(byte[] bytes, int at) {
        return (bytes[at] & 255) << 8 | bytes[at + 1] & 255;
    }
}
