package club.courtside.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A backup while it is written: under another name, readable for its owner alone because it contains keys. It gets its name
 * when it is whole and on the disk; until then, closing it leaves nothing behind.
 */
final class ArchiveDraft implements AutoCloseable {

    private static final int AT_ONCE = 1 << 18;

    private final Path draft;
    private final OutputStream file;
    private final ZipOutputStream zip;
    private final TreeMap<String, Manifest.Part> parts = new TreeMap<>();

    ArchiveDraft(Path folder) throws IOException {
        draft = Files.createTempFile(folder, ".courtside-backup", ".part");
        draft.toFile().deleteOnExit();
        file = Files.newOutputStream(draft);
        zip = new ZipOutputStream(new BufferedOutputStream(file, AT_ONCE));
    }

    void add(String name, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            add(name, in);
        }
    }

    /** Videos are as small as they get; the rest is made smaller. */
    void add(String name, InputStream content) throws IOException {
        zip.setLevel(name.startsWith("videos/") ? Deflater.NO_COMPRESSION : Deflater.DEFAULT_COMPRESSION);
        zip.putNextEntry(new ZipEntry(name));
        parts.put(name, copy(content, zip));
        zip.closeEntry();
    }

    /** @return what went through */
    static Manifest.Part copy(InputStream in, OutputStream out) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[AT_ONCE];
            long bytes = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
                bytes += read;
            }
            return new Manifest.Part(bytes, HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whole, looked through once more, on the disk, and only then called {@code target}. */
    Manifest finish(Path target, Instant taken, int schema, String database) throws IOException {
        Manifest manifest = new Manifest(taken, schema, database, parts);
        zip.putNextEntry(new ZipEntry(Manifest.NAME));
        zip.write(manifest.text());
        zip.close();
        sync(draft, StandardOpenOption.WRITE);
        try (Archive archive = Archive.open(draft)) {
            archive.verify();
        }
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        sync(target.getParent(), StandardOpenOption.READ);
        return manifest;
    }

    /** Where the system knows such a thing for folders. */
    private static void sync(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        } catch (IOException e) {
            if (!Files.isDirectory(path)) throw e;
        }
    }

    @Override
    public void close() throws IOException {
        // Not the archive: it would write its end first, and leave the file open when it cannot.
        file.close();
        Files.deleteIfExists(draft);
    }
}
