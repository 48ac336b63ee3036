package club.courtside.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * What processes have used, as Linux counts it (proc(5)): processor time of all their threads in user and kernel mode, and
 * the proportional share of memory, in which what several processes share is counted once altogether.
 */
public final class Usage {

    /** {@code sysconf(_SC_CLK_TCK)}: 100 on every Linux that Java runs on. */
    private static final double TICKS_PER_SECOND = 100;

    private Usage() {}

    /** utime and stime, in seconds; a process that has ended counts nothing. */
    public static double cpuSeconds(Collection<Long> pids) {
        return pids.stream().mapToDouble(Usage::cpuSeconds).sum();
    }

    private static double cpuSeconds(long pid) {
        String stat = read(pid, "stat");
        if (stat.isEmpty()) return 0;
        // The command's name, in parentheses, may contain anything.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }

    public static long pssBytes(Collection<Long> pids) {
        return pids.stream()
                        .mapToLong(pid -> kilobytes(read(pid, "smaps_rollup"), "Pss:"))
                        .sum()
                * 1024;
    }

    public static long rssBytes(long pid) {
        return kilobytes(read(pid, "status"), "VmRSS:") * 1024;
    }

    /** With its arguments; of a process that has ended nothing. */
    static String command(long pid) {
        return read(pid, "cmdline").replace('\0', ' ');
    }

    public static int threads(long pid) {
        return (int) kilobytes(read(pid, "status"), "Threads:");
    }

    public static int fileHandles(long pid) {
        try (var handles = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return (int) handles.count();
        } catch (IOException e) {
            return 0;
        }
    }

    private static long kilobytes(String text, String name) {
        return text.lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line ->
                        Long.parseLong(line.substring(name.length()).strip().split(" ")[0]))
                .findFirst()
                .orElse(0);
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file));
        } catch (NoSuchFileException gone) {
            return "";
        } catch (IOException e) {
            // Reading the files of a process that is ending fails with "No such process".
            if (!ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) return "";
            throw new UncheckedIOException(e);
        }
    }

    public static List<Long> tree(ProcessHandle root) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(root), root.descendants())
                .map(ProcessHandle::pid)
                .toList();
    }
}
