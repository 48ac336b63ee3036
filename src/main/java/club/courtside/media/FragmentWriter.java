package club.courtside.media;

import java.io.IOException;

/**
 * Puts video into fragmented MP4 for players that want every frame at once (Media Source Extensions, ISO BMFF byte
 * stream format): one {@code moof} and {@code mdat} for each frame. Used by one thread.
 */
public interface FragmentWriter extends AutoCloseable {

    /** {@code ftyp} and {@code moov}. */
    byte[] header();

    /** MIME type with the codec string of RFC 6381, for example {@code video/mp4; codecs="avc1.640028"}. */
    String mime();

    /**
     * @param packet time stamps count from the beginning of this stream, in µs
     * @param durationMicros how long the frame is shown
     */
    Fragment write(Packet packet, long durationMicros) throws IOException;

    @Override
    void close();

    interface Factory {
        /** @param video H.264 with its parameter sets in {@link Track#configuration()} */
        FragmentWriter create(Track video) throws IOException;
    }
}
