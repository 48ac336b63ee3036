package club.courtside.media;

import java.io.IOException;

/** Decodes one camera's video and makes JPEGs of the newest picture. Used by one thread. */
public interface PictureDecoder extends AutoCloseable {

    /** Takes the next packet in order; a damaged one is passed over. */
    void decode(Packet packet);

    /**
     * The newest picture as JPEG.
     *
     * @param width pixels; never enlarged, the height follows
     * @param quality 1 (small) to 100 (good)
     * @return null while nothing was decoded
     */
    byte[] jpeg(int width, int quality);

    @Override
    void close();

    interface Factory {
        PictureDecoder create(Track video) throws IOException;
    }
}
