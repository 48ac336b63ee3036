package club.courtside.media.ffmpeg;

import club.courtside.media.CameraLost;

/** Bytes as they come from a connection. */
interface ByteSource {

    /**
     * Waits for some.
     *
     * @return how many were put into the buffer from {@code offset} on, at least one
     */
    int read(byte[] buffer, int offset) throws CameraLost;
}
