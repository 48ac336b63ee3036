package club.courtside.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A port on loopback behind which a Unix socket lies: the way into a network namespace that has no other. */
final class SocketBridge implements AutoCloseable {

    private final Path unix;
    private final ServerSocketChannel server;
    private volatile boolean cut;
    private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();

    /** @param port 0 for any free one */
    SocketBridge(Path unix, int port) throws IOException {
        this.unix = unix;
        server = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        daemon(this::accept);
    }

    int port() {
        return server.socket().getLocalPort();
    }

    /** As when the network goes away, and comes back. */
    void cut(boolean now) {
        cut = now;
        if (now) open.forEach(this::end);
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                SocketChannel near = server.accept();
                open.add(near);
                if (cut) {
                    end(near);
                    continue;
                }
                try {
                    SocketChannel far = SocketChannel.open(StandardProtocolFamily.UNIX);
                    open.add(far);
                    far.connect(UnixDomainSocketAddress.of(unix));
                    daemon(() -> pump(near, far));
                    daemon(() -> pump(far, near));
                } catch (IOException nobody) {
                    end(near);
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void pump(SocketChannel from, SocketChannel to) {
        ByteBuffer some = ByteBuffer.allocate(16384);
        try {
            while (from.read(some) >= 0) {
                some.flip();
                while (some.hasRemaining()) to.write(some);
                some.clear();
            }
        } catch (IOException lost) {
            // Either end has gone; so does the other.
        } finally {
            end(from);
            end(to);
        }
    }

    private void end(SocketChannel channel) {
        open.remove(channel);
        try {
            channel.close();
        } catch (IOException gone) {
            // It is closed.
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "socket bridge");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        open.forEach(this::end);
    }
}
