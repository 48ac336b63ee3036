package club.courtside.media;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads the packets of an MP4, also of one whose writer was killed. Used by one thread. */
public interface Mp4Reader extends AutoCloseable {

    List<Track> tracks();

    /** The next packet, its times in µs from the beginning of the file; empty at the end or where the file is damaged. */
    Optional<Packet> next();

    @Override
    void close();

    interface Opener {
        /** @throws IOException when nothing in the file can be read */
        Mp4Reader open(Path file) throws IOException;
    }
}
