package club.courtside.library.arrival;

import club.courtside.platform.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What has come of one file. Only the request that began last may write: the connection of the one before it may be dead
 * without anybody knowing, and whoever resumes shall not wait for that.
 */
final class ArrivingFile {

    private final Path path;
    private final long bytes;
    private Object writer;
    private boolean gone;

    ArrivingFile(Path path, long bytes) {
        this.path = path;
        this.bytes = bytes;
    }

    /**
     * @param offset where the request goes on
     * @param writer who writes from now on
     * @throws ProblemException 409 when the file does not end there
     */
    synchronized void begin(long offset, Object writer) throws IOException {
        long length = length();
        if (offset != length)
            throw ProblemException.conflict("Upload-Offset", "the next byte is number " + length + ", not " + offset);
        this.writer = writer;
    }

    synchronized long length() throws IOException {
        return Files.exists(path) ? Files.size(path) : 0;
    }

    boolean isWhole() throws IOException {
        return length() == bytes;
    }

    /** @throws ProblemException 409 when somebody else writes now; 413 when it becomes longer than was said */
    synchronized void write(Object by, ByteBuffer some) throws IOException {
        check(by, some.remaining());
        try (FileChannel file = open()) {
            while (some.hasRemaining()) file.write(some);
        }
    }

    /** The same with the content of another file. */
    synchronized void append(Object by, Path chunk) throws IOException {
        check(by, Files.size(chunk));
        try (FileChannel from = FileChannel.open(chunk);
                FileChannel file = open()) {
            for (long at = 0; at < from.size(); ) at += from.transferTo(at, from.size() - at, file);
        }
    }

    private FileChannel open() throws IOException {
        return FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void check(Object by, long more) throws IOException {
        if (gone) throw ProblemException.notFound("there is no such upload");
        if (by != writer) throw ProblemException.conflict("another request has gone on with this upload");
        checkLength(length() + more);
    }

    /** @throws ProblemException 413 */
    void checkLength(long end) {
        if (end > bytes) throw TooLarge.thanSaid(bytes);
    }

    /** What came stays, also after a power cut. */
    synchronized void sync() throws IOException {
        if (!Files.exists(path)) return;
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            file.force(false);
        }
    }

    /** Nobody writes any more. */
    synchronized void leave() {
        gone = true;
    }
}
