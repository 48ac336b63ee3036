package club.courtside.engine;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Ends answers whose readers take nothing any more: a blocked write would hold its thread for ever. */
final class Stalls implements AutoCloseable {

    private final long limit;
    private final Set<Watched> open = ConcurrentHashMap.newKeySet();
    private final Thread watch = new Thread(this::watch, "stalled-readers");

    /** @param limit how long one write may take */
    Stalls(Duration limit) {
        this.limit = limit.toNanos();
        watch.setDaemon(true);
        watch.start();
    }

    /** To be called, written to and closed by the thread that answers. */
    OutputStream watched(OutputStream out) {
        return new Watched(out);
    }

    private void watch() {
        try {
            while (true) {
                TimeUnit.NANOSECONDS.sleep(Math.max(1_000_000, limit / 4));
                open.forEach(Watched::endIfStalled);
            }
        } catch (InterruptedException e) {
            // The engine ends.
        }
    }

    @Override
    public void close() {
        watch.interrupt();
    }

    private final class Watched extends FilterOutputStream {

        private final Thread writer = Thread.currentThread();
        private boolean writing;
        private long since;

        Watched(OutputStream out) {
            super(out);
            open.add(this);
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            begin();
            try {
                out.write(bytes, offset, length);
            } finally {
                end();
            }
        }

        @Override
        public void flush() throws IOException {
            begin();
            try {
                out.flush();
            } finally {
                end();
            }
        }

        private synchronized void begin() {
            writing = true;
            since = System.nanoTime();
        }

        private synchronized void end() {
            writing = false;
        }

        /** Interrupting closes the connection under the write, so nothing of it goes on. */
        private synchronized void endIfStalled() {
            if (writing && System.nanoTime() - since > limit) writer.interrupt();
        }

        @Override
        public void close() throws IOException {
            try {
                begin();
                super.close();
            } finally {
                end();
                open.remove(this);
            }
        }
    }
}
