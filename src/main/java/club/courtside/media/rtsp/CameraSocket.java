package club.courtside.media.rtsp;

import club.courtside.media.CameraAddress;
import club.courtside.media.CameraLost;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * The bytes from and to a camera. Waiting ends when the time is over, when the thread is interrupted and by {@link
 * #abort()}; a selector does all three with two system calls for whatever has arrived.
 */
final class CameraSocket implements AutoCloseable {

    private static final int KERNEL_ROOM = 1 << 20;

    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private volatile boolean aborted;
    private long deadline;
    private Supplier<CameraLost> late;

    /** @param limit also for what is waited for afterwards, until {@link #within} says otherwise */
    static CameraSocket connect(CameraAddress address, Duration limit) throws CameraLost {
        long deadline = System.nanoTime() + limit.toNanos();
        try {
            IOException last = null;
            for (InetAddress host : InetAddress.getAllByName(address.uri().getHost())) {
                try {
                    return new CameraSocket(new InetSocketAddress(host, address.port()), deadline, address);
                } catch (IOException e) {
                    last = e;
                }
            }
            throw CameraLost.unreachable(address, last);
        } catch (IOException unknown) {
            throw CameraLost.unreachable(address, unknown);
        }
    }

    private CameraSocket(InetSocketAddress to, long deadline, CameraAddress address) throws IOException, CameraLost {
        this.deadline = deadline;
        this.late = () -> CameraLost.unreachable(address, new SocketTimeoutException("connecting"));
        selector = Selector.open();
        channel = SocketChannel.open();
        boolean connected = false;
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.SO_RCVBUF, KERNEL_ROOM);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.connect(to);
            key = channel.register(selector, SelectionKey.OP_CONNECT);
            while (!channel.finishConnect()) await();
            key.interestOps(SelectionKey.OP_READ);
            connected = true;
        } finally {
            if (!connected) close();
        }
        late = () -> CameraLost.mute(address);
    }

    /**
     * @param limit for what is waited for from now on
     * @param silent what it means when that is not enough
     */
    void within(Duration limit, Supplier<CameraLost> silent) {
        deadline = System.nanoTime() + limit.toNanos();
        late = silent;
    }

    /** From now on only what is said in parting, even when it was aborted. */
    void lastWords(Duration limit) {
        aborted = false;
        within(limit, CameraLost::stopped);
    }

    /** Waits until something has arrived, and takes as much of it as there is room for. */
    void read(ByteBuffer into) throws CameraLost {
        try {
            int count;
            do {
                await();
                count = channel.read(into);
            } while (count == 0);
            if (count < 0) throw CameraLost.ended();
        } catch (IOException e) {
            throw broken(e);
        }
    }

    void write(ByteBuffer bytes) throws CameraLost {
        try {
            channel.write(bytes);
            if (!bytes.hasRemaining()) return;
            key.interestOps(SelectionKey.OP_WRITE);
            while (bytes.hasRemaining()) {
                await();
                channel.write(bytes);
            }
            key.interestOps(SelectionKey.OP_READ);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private void await() throws IOException, CameraLost {
        if (isStopped()) throw CameraLost.stopped();
        long left = deadline - System.nanoTime();
        if (left <= 0) throw late.get();
        selector.select(left / 1_000_000 + 1);
        selector.selectedKeys().clear();
        if (isStopped()) throw CameraLost.stopped();
    }

    private boolean isStopped() {
        return aborted || Thread.currentThread().isInterrupted();
    }

    private static CameraLost broken(IOException e) {
        return CameraLost.broken(String.valueOf(e.getMessage()));
    }

    /** From any thread. */
    void abort() {
        aborted = true;
        selector.wakeup();
    }

    @Override
    public void close() {
        try (selector;
                channel) {
            aborted = true;
        } catch (IOException e) {
            // Gone, which was wanted.
        }
    }
}
