package club.courtside.media;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes one MP4 that is playable at any moment and, after {@link #finish()}, an ordinary MP4. Used by one thread.
 */
public interface Mp4Writer extends AutoCloseable {

    /** @param packet of one of the writer's tracks; its time stamps count from the beginning of the file, in µs */
    void write(Packet packet) throws IOException;

    /** Cuts the running fragment and hands everything to the operating system. */
    void flush() throws IOException;

    /** Everything flushed so far survives a power cut after this. */
    void sync() throws IOException;

    /** Bytes written to the file so far. */
    long bytes();

    /** Ends the file in good order. Idempotent. */
    void finish() throws IOException;

    /** Ends without promising a good end; what was flushed stays playable. */
    @Override
    void close();

    interface Factory {
        /** @param tracks H.264/H.265 video, AAC audio; {@code file} must not exist yet */
        Mp4Writer create(Path file, List<Track> tracks) throws IOException;

        /**
         * Goes on behind what is whole in a file of {@link #create}, whether its writer was killed or has finished it.
         *
         * @param kept is told of every packet that stays, without its bytes, each track in its order
         * @return empty when there is no way to go on in this very file; all that is whole in it is still there then
         * @throws IOException when it cannot be written
         */
        default Optional<Continued> goOn(Path file, Consumer<Packet> kept) throws IOException {
            return Optional.empty();
        }
    }

    /** @param tracks those of the file, video first */
    record Continued(Mp4Writer writer, List<Track> tracks) {}
}
