package club.courtside.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/** Files that only the owner may read, where the system knows such a thing. They appear whole or not at all. */
public final class SecretFile {

    private SecretFile() {}

    /** The key in that file; made by chance when there is none yet. */
    public static byte[] key(Path file, int bytes) {
        try {
            if (!Files.exists(file)) {
                byte[] fresh = new byte[bytes];
                new SecureRandom().nextBytes(fresh);
                write(file, fresh);
            }
            byte[] key = Files.readAllBytes(file);
            if (key.length != bytes)
                throw new IllegalStateException("the key file " + file + " is damaged: " + key.length + " bytes");
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read or create the key file " + file, e);
        }
    }

    public static void write(Path file, byte[] content) throws IOException {
        Path draft = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".tmp");
        try {
            var rights = Files.getFileAttributeView(draft, PosixFileAttributeView.class);
            if (rights != null) rights.setPermissions(PosixFilePermissions.fromString("rw-------"));
            try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                ByteBuffer left = ByteBuffer.wrap(content);
                while (left.hasRemaining()) out.write(left);
                out.force(true);
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
