package club.courtside.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;

/** The line to a server: counts what it is sent, and damages a byte of it when told. */
public final class ServerFront implements AutoCloseable {

    private static final long NEVER = Long.MAX_VALUE;

    private final URI server;
    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong damageAt = new AtomicLong(NEVER);

    public ServerFront(URI server) throws IOException {
        this.server = server;
        run(this::accept);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    /** Bytes that went to the server. */
    public long sent() {
        return sent.get();
    }

    /** The byte that comes after so many more is another when it arrives; only that one. */
    public void damageAfter(long bytes) {
        damageAt.set(sent.get() + bytes);
    }

    /** Whether that has happened. */
    public boolean hasDamaged() {
        return damageAt.get() == NEVER;
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void run(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException ended) {
                        // One of the two left.
                    }
                },
                "server front");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() throws IOException {
        while (true) {
            Socket near = listening.accept();
            Socket far = new Socket(server.getHost(), server.getPort());
            run(() -> pass(near, far, true));
            run(() -> pass(far, near, false));
        }
    }

    private void pass(Socket from, Socket to, boolean toServer) throws IOException {
        byte[] some = new byte[1 << 16];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                if (toServer) count(some, read);
                out.write(some, 0, read);
            }
        }
    }

    private void count(byte[] some, int read) {
        long before = sent.getAndAdd(read);
        long at = damageAt.get();
        if (at < before + read && at >= before && damageAt.compareAndSet(at, NEVER)) some[(int) (at - before)] ^= 0x40;
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
