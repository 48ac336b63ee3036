package club.courtside.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.opentest4j.TestAbortedException;

/** A file system of its own that is soon full. Only root may mount one; who may not is told so. */
public final class SmallDisk implements AutoCloseable {

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    public static SmallDisk mounted(Path folder, long bytes) throws IOException {
        Files.createDirectories(folder);
        String said = run("mount", "-t", "tmpfs", "-o", "size=" + bytes, "tmpfs", folder.toString());
        if (!said.isEmpty())
            throw new TestAbortedException("no file system can be mounted here, so a full one is not tried: " + said);
        return new SmallDisk(folder);
    }

    public Path folder() {
        return folder;
    }

    private static String run(String... command) throws IOException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException missing) {
            return missing.getMessage();
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.onExit().join().exitValue() == 0 ? "" : said.strip() + " ";
    }

    @Override
    public void close() throws IOException {
        String said = run("umount", folder.toString());
        if (!said.isEmpty()) throw new IOException("the small disk stays mounted: " + said);
    }
}
