package club.courtside.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The room that the running recordings of a disk need to be ended in good order. They end while it is still there, all
 * that share a disk at about the same moment: an index that does not fit any more would leave a file of fragments.
 */
public final class Room {

    /** The seam of the file systems. */
    public interface Disks {

        /** What is equal for files of one file system. */
        Object of(Path file) throws IOException;

        /** Bytes that we may still write where the file is. */
        long free(Path file) throws IOException;
    }

    private static final Disks REAL = new Disks() {
        @Override
        public Object of(Path file) throws IOException {
            return Files.getFileStore(file);
        }

        @Override
        public long free(Path file) throws IOException {
            return Files.getFileStore(file).getUsableSpace();
        }
    };

    private record Need(Object disk, long bytes) {}

    private final Disks disks;
    private final Map<Path, Need> needs = new HashMap<>();

    public Room() {
        this(REAL);
    }

    public Room(Disks disks) {
        this.disks = disks;
    }

    /**
     * Says what a recording needs to end, and asks whether it can still go on.
     *
     * @throws DiskFull when it shall end now
     */
    void keep(Path file, long bytes) throws IOException {
        Object disk = disks.of(file);
        long needed;
        synchronized (needs) {
            needs.put(file, new Need(disk, bytes));
            needed = needs.values().stream()
                    .filter(need -> need.disk().equals(disk))
                    .mapToLong(Need::bytes)
                    .sum();
        }
        if (disks.free(file) < needed) throw new DiskFull("The disk is full.");
    }

    /** It has ended. */
    void leave(Path file) {
        synchronized (needs) {
            needs.remove(file);
        }
    }
}
