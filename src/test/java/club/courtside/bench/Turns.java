package club.courtside.bench;

import club.courtside.support.Signal;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The same work done by several processes by turns of two seconds: while one goes on, the others are stopped. So whatever
 * else the machine does meanwhile hits all of them alike.
 */
final class Turns {

    /** What one process does. */
    abstract static class Work {

        private ProcessHandle process;
        private long nanos;
        private long since;

        /** Called at its first turn. */
        abstract ProcessHandle start() throws IOException, InterruptedException;

        /** Waits for a moment. */
        abstract boolean hasEnded() throws IOException, InterruptedException;

        /** The time of its turns so far, in seconds. */
        final double seconds() {
            return (nanos + System.nanoTime() - since) / 1e9;
        }

        /** @return whether it has ended */
        private boolean turn() throws IOException, InterruptedException {
            since = System.nanoTime();
            if (process == null) process = start();
            else send(Signal.CONTINUE);
            while (System.nanoTime() - since < LENGTH.toNanos()) if (hasEnded()) return true;
            send(Signal.STOP);
            nanos += System.nanoTime() - since;
            return false;
        }

        private void send(Signal signal) throws IOException, InterruptedException {
            try {
                signal.to(process);
            } catch (IOException refused) {
                if (process.isAlive()) throw refused;
            }
        }

        private void kill() {
            if (process != null) process.destroyForcibly();
        }
    }

    private static final Duration LENGTH = Duration.ofSeconds(2);

    private Turns() {}

    /** Returns when all have ended. */
    static void run(Collection<? extends Work> works) throws IOException, InterruptedException {
        List<Work> open = new ArrayList<>(works);
        try {
            while (!open.isEmpty()) for (Work work : List.copyOf(open)) if (work.turn()) open.remove(work);
        } finally {
            open.forEach(Work::kill);
        }
    }
}
