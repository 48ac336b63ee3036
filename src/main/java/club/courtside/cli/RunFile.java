package club.courtside.cli;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Properties;

/**
 * What another command has to know about the running instance, and the lock that makes it the only one on its data
 * folder. The lock dies with the process, the file may outlive it.
 */
final class RunFile implements AutoCloseable {

    /**
     * @param address for commands on this machine
     * @param pages for people
     */
    record Running(long launcher, long server, String address, String pages) {
        boolean launcherIsAlive() {
            return isAlive(launcher);
        }

        boolean serverIsAlive() {
            return isAlive(server);
        }

        private static boolean isAlive(long pid) {
            return pid > 0 && ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
        }
    }

    private final Path file;
    private final FileChannel channel;

    private RunFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static RunFile claim(Installation installation) {
        try {
            FileChannel channel = FileChannel.open(
                    installation.run("courtside.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new CannotRun("Courtside already runs on the data folder " + installation.data()
                        + read(installation).map(r -> " at " + r.pages()).orElse("")
                        + ". ./courtside stop stops it.");
            }
            return new RunFile(installation.run("courtside.properties"), channel);
        } catch (IOException e) {
            throw new CannotRun("The data folder " + installation.data() + " cannot be locked: " + e.getMessage());
        }
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    static Optional<Running> read(Installation installation) {
        Path file = installation.run("courtside.properties");
        if (!Files.isRegularFile(file)) return Optional.empty();
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            values.load(reader);
            return Optional.of(new Running(
                    Long.parseLong(values.getProperty("launcher")),
                    Long.parseLong(values.getProperty("server")),
                    values.getProperty("address"),
                    values.getProperty("pages", values.getProperty("address"))));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    void write(WebApplication application) {
        Properties values = new Properties();
        values.setProperty("launcher", String.valueOf(ProcessHandle.current().pid()));
        values.setProperty("server", String.valueOf(application.pid()));
        values.setProperty("address", application.address());
        values.setProperty("pages", application.pages());
        try (Writer writer = Files.newBufferedWriter(file)) {
            values.store(writer, null);
        } catch (IOException e) {
            throw new CannotRun("The file " + file + " cannot be written: " + e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        channel.close();
    }
}
