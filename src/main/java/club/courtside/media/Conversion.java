package club.courtside.media;

import java.io.IOException;
import java.util.List;

/** Turns packets that an MP4 cannot hold into packets that it can. Used by one thread. */
public interface Conversion extends AutoCloseable {

    /** What comes out. */
    Track track();

    /**
     * @return none, one or several packets, with the time stamps of what went in
     * @throws IOException when this packet cannot be decoded; the next one may be
     */
    List<Packet> convert(Packet packet) throws IOException;

    /** What was still held back for later. Nothing may be converted afterwards. */
    List<Packet> finish() throws IOException;

    @Override
    void close();

    interface Opener {
        /**
         * @param from what goes in
         * @param like null, or a track whose size (video) or sample rate and channels (audio) the result must have
         */
        Conversion open(Track from, Track like) throws IOException;
    }
}
