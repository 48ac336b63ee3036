package club.courtside.bench.source;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * All cameras behind one port, {@code rtsp://127.0.0.1:port/name}, driven by one thread: any name is a camera. Each
 * reader's film begins with the first picture when it says PLAY.
 */
final class CameraBank implements Runnable, AutoCloseable {

    private final RtpFilm film;
    private final Selector selector = Selector.open();
    private final ServerSocketChannel server = ServerSocketChannel.open();
    private final Queue<Runnable> orders = new ConcurrentLinkedQueue<>();
    private final PriorityQueue<RtspReader> due = new PriorityQueue<>(Comparator.comparingLong(RtspReader::dueNanos));
    private final Set<RtspReader> readers = new HashSet<>();
    private final Map<String, Camera> cameras = new HashMap<>();
    private final Lateness lateness = new Lateness();
    private volatile boolean closed;

    CameraBank(RtpFilm film) throws IOException {
        this.film = film;
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        server.configureBlocking(false);
        server.register(selector, SelectionKey.OP_ACCEPT);
    }

    int port() {
        return server.socket().getLocalPort();
    }

    RtpFilm film() {
        return film;
    }

    /** Only in the bank's own thread, as everything of a camera. */
    Camera camera(String name) {
        return cameras.computeIfAbsent(name, Camera::new);
    }

    Map<String, Camera> cameras() {
        return cameras;
    }

    Lateness lateness() {
        return lateness;
    }

    /** Runs it in the bank's thread. */
    void order(Runnable work) {
        orders.add(work);
        selector.wakeup();
    }

    @Override
    public void run() {
        try {
            while (!closed) {
                long wait = due.isEmpty() ? 1000 : (due.peek().dueNanos() - System.nanoTime()) / 1_000_000;
                if (wait > 0) selector.select(wait);
                else selector.selectNow();
                for (Runnable order = orders.poll(); order != null; order = orders.poll()) order.run();
                for (SelectionKey key : selector.selectedKeys()) serve(key);
                selector.selectedKeys().clear();
                sendWhatIsDue();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void serve(SelectionKey key) throws IOException {
        if (!key.isValid()) return;
        if (key.isAcceptable()) accept();
        else ((RtspReader) key.attachment()).serve(key);
    }

    private void accept() throws IOException {
        for (SocketChannel channel = server.accept(); channel != null; channel = server.accept()) {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            RtspReader reader = new RtspReader(this, channel);
            readers.add(reader);
            channel.register(selector, SelectionKey.OP_READ, reader);
        }
    }

    private void sendWhatIsDue() {
        for (RtspReader next = due.peek(); next != null && next.dueNanos() <= System.nanoTime(); next = due.peek()) {
            due.remove();
            lateness.note(System.nanoTime() - next.dueNanos());
            if (next.sendPicture()) due.add(next);
        }
    }

    void play(RtspReader reader) {
        due.add(reader);
    }

    void left(RtspReader reader) {
        due.remove(reader);
        readers.remove(reader);
    }

    /** Ends all streams in good order; nobody is let in until {@link #open()}. */
    void endAll() {
        cameras.values().forEach(camera -> camera.refuseUntil(Long.MAX_VALUE));
        Set.copyOf(readers).forEach(RtspReader::sayGoodbye);
    }

    /** Everything begins anew: no reader, no memory of what was sent. */
    void open() {
        Set.copyOf(readers).forEach(RtspReader::close);
        cameras.clear();
        lateness.clear();
    }

    @Override
    public void close() {
        closed = true;
        selector.wakeup();
    }
}
