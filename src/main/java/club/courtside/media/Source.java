package club.courtside.media;

import java.util.List;

/** One open connection to a camera. One thread opens, reads and closes it; {@link #abort()} may come from any thread. */
public interface Source extends AutoCloseable {

    /**
     * The tracks, video first; fixed for the life of this connection. Parameter sets that change on the way stand in the
     * key frames, where the {@link Feed} finds them.
     */
    List<Track> tracks();

    /**
     * Waits for the next packet.
     *
     * @return never null; with the camera's own time stamps, which the {@link Feed} puts on its clock
     * @throws CameraLost when the connection ended, stayed silent for longer than the time limit, or was aborted
     */
    Packet read() throws CameraLost;

    /** Makes a blocked {@link #read()} end soon. */
    void abort();

    @Override
    void close();

    /** How a connection is made; one implementation for each way to read cameras. */
    interface Opener {
        /**
         * Connects within the camera's time limit. Interrupting the thread makes it, and a later {@link #read()}, end soon.
         *
         * @throws CameraLost with the reason that a person needs to know
         */
        Source open(CameraAddress address, FeedClock clock) throws CameraLost;
    }
}
