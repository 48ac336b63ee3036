package club.courtside.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A backup that is read. Nothing in it is believed before it was compared with the manifest. */
final class Archive implements AutoCloseable {

    private static final int LONGEST_MANIFEST = 100_000_000;

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private Archive(Path file, ZipFile zip, Manifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    /** @throws CannotRun when it is no backup, or half a one */
    static Archive open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) throw new CannotRun("There is no file " + file + ".");
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new CannotRun(file + " is no backup, or only a part of one: " + e.getMessage() + ".");
        }
        try {
            return new Archive(file, zip, manifest(file, zip));
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static Manifest manifest(Path file, ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.NAME);
        if (entry == null) throw new CannotRun(file + " is no backup of Courtside: it has no " + Manifest.NAME + ".");
        try (InputStream in = zip.getInputStream(entry)) {
            return Manifest.of(in.readNBytes(LONGEST_MANIFEST));
        } catch (CannotRun e) {
            throw new CannotRun(file + " is not a backup that can be restored. " + e.getMessage() + ".");
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /** @throws CannotRun naming the first file that is not as it was backed up */
    void verify() throws IOException {
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            String name = all.nextElement().getName();
            if (!name.equals(Manifest.NAME) && !manifest.parts().containsKey(name))
                throw damaged("it contains " + name.replaceAll("\\p{Cntrl}", "?") + ", which does not belong there");
        }
        for (String name : manifest.parts().keySet()) unpack(name, OutputStream.nullOutputStream());
    }

    /** Below that folder, each file as it was backed up. */
    void unpack(Path folder) throws IOException {
        for (String name : manifest.parts().keySet()) {
            Path to = folder.resolve(name);
            Files.createDirectories(to.getParent());
            try (OutputStream out = Files.newOutputStream(to)) {
                unpack(name, out);
            }
        }
    }

    private void unpack(String name, OutputStream out) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) throw damaged(name + " is missing in it");
        Manifest.Part right = manifest.parts().get(name);
        Manifest.Part found;
        try (InputStream in = zip.getInputStream(entry)) {
            found = ArchiveDraft.copy(in, out);
        } catch (ZipException e) {
            throw damaged(name + " cannot be read in it");
        }
        if (!found.equals(right)) throw damaged(name + " is not as it was backed up");
    }

    private CannotRun damaged(String what) {
        return new CannotRun(
                "The backup " + file + " is damaged: " + what + ". Nothing was changed; take another one.");
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
