package club.courtside.media.ffmpeg;

/**
 * One packet as the tables of an MP4 describe it; times are in units of its track.
 *
 * @param track position of its track in the file, from 0
 * @param offset where its bytes begin in the file
 * @param reordering from decoding to presentation
 */
record Sample(int track, long offset, int size, long dts, int duration, int reordering, boolean key) {

    long end() {
        return offset + size;
    }
}
