package club.courtside.media.relay;

import club.courtside.media.Feed;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.Future;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Publishes feeds over RTSP on one address. When that address is taken by another program, everything else goes on and it
 * is tried again every ten seconds. All public methods may be called from any thread and return at once, except {@link
 * #close()}.
 */
public final class Relay implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Relay.class.getName());
    private static final int TRY_AGAIN_SECONDS = 10;
    private static final int PAGE = 8192;
    /** Two to this power of pages are reserved at a time: 2 MiB. */
    private static final int CHUNK_ORDER = 8;
    /** Buffers of each size that a thread keeps for itself. */
    private static final int KEPT = 64;

    private static final WriteBufferWaterMark ON_THE_WAY = new WriteBufferWaterMark(64 << 10, 256 << 10);

    private final InetSocketAddress address;
    private final Admission admission;
    private final RelayLimits limits;
    private final NioEventLoopGroup group = new NioEventLoopGroup(1, (ThreadFactory) task -> daemon(task, "relay"));
    private final EventLoop loop = group.next();
    private final ExecutorService background = Executors.newCachedThreadPool(task -> daemon(task, "relay-background"));
    private final ByteBufAllocator buffers =
            new PooledByteBufAllocator(true, 0, 1, PAGE, CHUNK_ORDER, KEPT, KEPT, false);
    private final SecureRandom random = new SecureRandom();
    private final Set<RtspConversation> conversations = new HashSet<>();
    private final Map<RtspConversation, Visit> visits = new ConcurrentHashMap<>();
    private final Object lock = new Object();
    private final Map<String, PublishedFeed> feeds = new HashMap<>();
    private final Map<String, Set<String>> paths = new HashMap<>();
    private volatile Channel listening;
    private volatile String problem;
    private volatile boolean closed;
    private volatile int readers;

    private Relay(InetSocketAddress address, Admission admission, RelayLimits limits) {
        this.address = address;
        this.admission = admission;
        this.limits = limits;
    }

    /**
     * A connection that was let in.
     *
     * @param id of this connection
     * @param path what it reads, such as {@code club/court}
     * @param who as {@link Admission.Decision} said
     */
    public record Visit(String id, String path, String who) {}

    /** @param address port 0 takes any free one */
    public static Relay open(InetSocketAddress address, Admission admission, RelayLimits limits) {
        Relay relay = new Relay(address, admission, limits);
        ChannelFuture first = relay.bind().awaitUninterruptibly();
        relay.bound(first, first.channel());
        long look = Math.min(1000, limits.silence().toMillis() / 4);
        relay.loop.scheduleWithFixedDelay(relay::check, look, look, TimeUnit.MILLISECONDS);
        return relay;
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    private ChannelFuture bind() {
        return new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.ALLOCATOR, buffers)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, ON_THE_WAY)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline().addLast(new RtspDecoder(), new RtspConversation(Relay.this, channel));
                    }
                })
                .bind(address);
    }

    private void bound(Future<? super Void> done, Channel server) {
        if (done.isSuccess()) listens(server);
        else cannotListen(done.cause());
    }

    private void listens(Channel server) {
        listening = server;
        problem = null;
        LOG.log(Level.INFO, "the relay listens on {0}:{1}", address.getHostString(), String.valueOf(port()));
        if (closed) server.close();
    }

    private void cannotListen(Throwable why) {
        String now = "the relay cannot listen on " + address.getHostString() + ":" + address.getPort() + ": "
                + why.getMessage();
        if (!now.equals(problem)) LOG.log(Level.WARNING, "{0}; it is tried again, all else goes on", now);
        problem = now;
        if (!closed) loop.schedule(this::tryAgain, TRY_AGAIN_SECONDS, TimeUnit.SECONDS);
    }

    private void tryAgain() {
        ChannelFuture next = bind();
        next.addListener(done -> bound(done, next.channel()));
    }

    /** Where it listens; 0 while it cannot. */
    public int port() {
        Channel server = listening;
        return server == null ? 0 : ((InetSocketAddress) server.localAddress()).getPort();
    }

    /** The address it was given. */
    public String host() {
        return address.getHostString();
    }

    /** Why it does not listen; empty while it does. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** Connections that read something now. */
    public int readers() {
        return readers;
    }

    /** Those of one feed. */
    public int readersOf(String feedId) {
        synchronized (lock) {
            PublishedFeed published = feeds.get(feedId);
            return published == null ? 0 : published.readers();
        }
    }

    /** Those who were let in and are still connected. */
    public List<Visit> visits() {
        return List.copyOf(visits.values());
    }

    /** Ends a connection; nothing happens when it has ended. */
    public void sendAway(String visitId) {
        visits.forEach((conversation, visit) -> {
            if (visit.id().equals(visitId)) loop.execute(conversation::close);
        });
    }

    /**
     * From now on the feed can be read under these paths and no other. Who reads already is not disturbed.
     *
     * @param under such as {@code club/court}, without slashes at their ends
     */
    public void publish(Feed feed, List<String> under) {
        synchronized (lock) {
            PublishedFeed known = feeds.get(feed.id());
            if (known == null || !known.isOf(feed))
                feeds.put(feed.id(), new PublishedFeed(feed, loop, buffers, background, limits.camera()));
            paths.put(feed.id(), Set.copyOf(under));
        }
    }

    /** From now on it cannot be read; who still does is ended when the feed is closed. */
    public void withdraw(Feed feed) {
        synchronized (lock) {
            PublishedFeed known = feeds.get(feed.id());
            if (known == null || !known.isOf(feed)) return;
            feeds.remove(feed.id());
            paths.remove(feed.id());
        }
    }

    Optional<PublishedFeed> published(String path) {
        synchronized (lock) {
            return paths.entrySet().stream()
                    .filter(entry -> entry.getValue().contains(path))
                    .map(entry -> feeds.get(entry.getKey()))
                    .findFirst();
        }
    }

    Admission admission() {
        return admission;
    }

    RelayLimits limits() {
        return limits;
    }

    ByteBufAllocator buffers() {
        return buffers;
    }

    String newSessionId() {
        byte[] id = new byte[8];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    /** @return false when there are too many */
    boolean began(RtspConversation conversation) {
        if (conversations.size() >= limits.connections()) return false;
        return conversations.add(conversation);
    }

    void letIn(RtspConversation conversation, String path, String who) {
        visits.put(conversation, new Visit(newSessionId(), path, who));
    }

    void ended(RtspConversation conversation) {
        conversations.remove(conversation);
        visits.remove(conversation);
    }

    void readerBegan() {
        readers = readers + 1;
    }

    void readerEnded() {
        readers = readers - 1;
    }

    private void check() {
        List.copyOf(conversations).forEach(conversation -> conversation.check(limits));
    }

    /** Ends all connections; waits for that up to five seconds. */
    @Override
    public void close() {
        closed = true;
        Channel server = listening;
        if (server != null) server.close().awaitUninterruptibly();
        loop.submit(() -> List.copyOf(conversations).forEach(RtspConversation::close))
                .awaitUninterruptibly();
        background.shutdown();
        try {
            if (!background.awaitTermination(5, TimeUnit.SECONDS)) LOG.log(Level.DEBUG, "a feed is slow to let go");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(3000);
    }
}
