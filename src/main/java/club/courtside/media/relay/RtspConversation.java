package club.courtside.media.relay;

import club.courtside.media.relay.rtp.RtpFeed;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One client's connection: answers its requests one after the other, and lets it read. */
final class RtspConversation extends ChannelInboundHandlerAdapter implements PublishedFeed.Listener {

    private static final System.Logger LOG = System.getLogger(RtspConversation.class.getName());
    private static final String METHODS = "OPTIONS, DESCRIBE, SETUP, PLAY, GET_PARAMETER, TEARDOWN";
    private static final Set<String> NOT_OFFERED = Set.of("PAUSE", "ANNOUNCE", "RECORD", "REDIRECT", "SET_PARAMETER");
    private static final Admission.Decision NOBODY_TO_ASK = new Admission.Decision(Admission.Verdict.NOBODY_TO_ASK);
    private static final int MOST_WAITING = 64;
    private static final int MOST_REFUSALS = 5;

    private final Relay relay;
    private final Channel channel;
    private final Deque<RtspRequest> waiting = new ArrayDeque<>();
    private boolean busy;
    private String allowed;
    private int refusals;
    private PublishedFeed entered;
    private RtpFeed described;
    private RtspSession session;
    private long heardAt = System.nanoTime();

    RtspConversation(Relay relay, Channel channel) {
        this.relay = relay;
        this.channel = channel;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        if (relay.began(this)) return;
        reply("0", RtspStatus.UNAVAILABLE, Map.of(), "too many connections");
        channel.close();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        heardAt = System.nanoTime();
        if (!(message instanceof RtspRequest request)) return;
        if (waiting.size() >= MOST_WAITING) {
            channel.close();
            return;
        }
        waiting.add(request);
        next();
    }

    private void next() {
        while (!busy && !waiting.isEmpty() && channel.isActive()) answer(waiting.poll());
        listen();
    }

    /** A client that does not take its answers, or has to wait for one, is not listened to meanwhile. */
    private void listen() {
        channel.config().setAutoRead(!busy && channel.isWritable());
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (session != null && session.isPlaying()) session.reader().flow();
        listen();
    }

    private void answer(RtspRequest request) {
        try {
            if (request.fault() != null) throw request.fault();
            if (!request.version().startsWith("RTSP/"))
                throw new RtspProblem(RtspStatus.BAD_REQUEST, "this is an RTSP server");
            if (!request.version().equals("RTSP/1.0"))
                throw new RtspProblem(RtspStatus.VERSION_NOT_SUPPORTED, "RTSP/1.0 is spoken here");
            if (request.sequence() == null)
                throw new RtspProblem(RtspStatus.BAD_REQUEST, "the request has no CSeq, or none that is a number");
            act(request);
        } catch (RtspProblem problem) {
            refuse(request, problem);
            boolean beyondRepair = request.fault() != null || !request.version().equals("RTSP/1.0");
            if (beyondRepair) closeAfterwards();
        }
    }

    private void act(RtspRequest request) throws RtspProblem {
        switch (request.method()) {
            case "OPTIONS" -> succeed(request, Map.of("Public", METHODS));
            case "DESCRIBE" -> describe(request, RtspAddress.parse(request.target()));
            case "SETUP" -> setUp(request, RtspAddress.parse(request.target()));
            case "PLAY" -> play(request, RtspAddress.parse(request.target()));
            case "GET_PARAMETER" -> keepAlive(request);
            case "TEARDOWN" -> tearDown(request);
            default ->
                throw NOT_OFFERED.contains(request.method())
                        ? new RtspProblem(RtspStatus.METHOD_NOT_ALLOWED, "a live picture can be read, nothing else")
                        : new RtspProblem(RtspStatus.NOT_IMPLEMENTED, "this method is not known here");
        }
    }

    private void describe(RtspRequest request, RtspAddress address) throws RtspProblem {
        String accepted = request.header("Accept");
        if (accepted != null && !accepted.contains("application/sdp") && !accepted.contains("*/*"))
            throw new RtspProblem(RtspStatus.NOT_ACCEPTABLE, "descriptions are application/sdp");
        ifAllowed(
                request,
                address,
                () -> enter(request, address, feed -> {
                    Map<String, String> headers = new LinkedHashMap<>();
                    headers.put("Content-Base", address.base() + "/");
                    headers.put("Content-Type", "application/sdp");
                    reply(request.sequence(), RtspStatus.OK, headers, SessionDescription.of(address.path(), feed));
                }));
    }

    private void setUp(RtspRequest request, RtspAddress address) throws RtspProblem {
        if (session != null) {
            if (request.session() != null) requireSession(request);
            if (session.isPlaying()) throw new RtspProblem(RtspStatus.NOT_VALID_NOW, "it plays already");
            if (!session.path().equals(address.path()))
                throw new RtspProblem(RtspStatus.AGGREGATE_NOT_ALLOWED, "a session has tracks of one camera only");
        } else if (request.session() != null) {
            throw new RtspProblem(RtspStatus.SESSION_NOT_FOUND, "there is no such session");
        }
        ifAllowed(request, address, () -> enter(request, address, feed -> setUp(request, address, feed)));
    }

    private void setUp(RtspRequest request, RtspAddress address, RtpFeed feed) throws RtspProblem {
        if (address.track() < 0 && feed.tracks().size() > 1)
            throw new RtspProblem(RtspStatus.AGGREGATE_NOT_ALLOWED, "name a track: " + address.base() + "/trackID=0");
        RtspSession chosen = session != null
                ? session
                : new RtspSession(relay.newSessionId(), address.path(), feed, new Reader(channel));
        String transport = chosen.setUp(Math.max(0, address.track()), request.header("Transport"));
        session = chosen;
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Transport", transport);
        headers.put(
                "Session", session.id() + ";timeout=" + relay.limits().silence().toSeconds());
        succeed(request, headers);
    }

    private void play(RtspRequest request, RtspAddress address) throws RtspProblem {
        if (session == null && request.session() == null)
            throw new RtspProblem(RtspStatus.NOT_VALID_NOW, "set up a track first");
        requireSession(request);
        if (!session.path().equals(address.path()))
            throw new RtspProblem(RtspStatus.SESSION_NOT_FOUND, "this session reads another camera");
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Session", session.id());
        headers.put("Range", "npt=now-");
        String information = session.information(address.base(), entered);
        if (!information.isEmpty()) headers.put("RTP-Info", information);
        succeed(request, headers);
        if (session.isPlaying()) return;
        session.plays();
        relay.readerBegan();
        entered.join(this);
    }

    private void keepAlive(RtspRequest request) throws RtspProblem {
        if (session == null && request.session() == null) {
            succeed(request, Map.of());
            return;
        }
        requireSession(request);
        succeed(request, Map.of("Session", session.id()));
    }

    private void tearDown(RtspRequest request) throws RtspProblem {
        requireSession(request);
        endSession();
        succeed(request, Map.of());
    }

    private void requireSession(RtspRequest request) throws RtspProblem {
        if (session == null || !session.id().equals(request.session()))
            throw new RtspProblem(RtspStatus.SESSION_NOT_FOUND, "there is no such session");
    }

    /** Goes on once it is clear that this client may read that; what was once allowed stays so on this connection. */
    private void ifAllowed(RtspRequest request, RtspAddress address, Runnable then) throws RtspProblem {
        if (address.path().equals(allowed)) {
            then.run();
            return;
        }
        String from = ((InetSocketAddress) channel.remoteAddress()).getAddress().getHostAddress();
        Optional<Login> login = Login.of(request, address, from);
        if (login.isEmpty()) throw new RtspProblem(RtspStatus.UNAUTHORIZED, "sign in");
        busy = true;
        relay.admission().ask(login.get()).whenComplete((decision, failure) -> channel.eventLoop()
                .execute(() -> {
                    busy = false;
                    decided(request, address.path(), failure == null ? decision : NOBODY_TO_ASK, then);
                    next();
                }));
    }

    private void decided(RtspRequest request, String path, Admission.Decision decision, Runnable then) {
        if (decision.verdict() == Admission.Verdict.WELCOME && channel.isActive()) {
            allowed = path;
            relay.letIn(this, path, decision.who());
            then.run();
        } else {
            refuse(request, problem(decision.verdict()));
        }
    }

    private static RtspProblem problem(Admission.Verdict verdict) {
        return switch (verdict) {
            case NOT_ALLOWED -> new RtspProblem(RtspStatus.FORBIDDEN, "you may not watch this court now");
            case TOO_MANY_ATTEMPTS -> new RtspProblem(RtspStatus.FORBIDDEN, "too many failed attempts; wait a while");
            case UNKNOWN -> nothingThere();
            case NOBODY_TO_ASK -> new RtspProblem(RtspStatus.UNAVAILABLE, "signing in is not possible at the moment");
            case WRONG_CREDENTIALS, WELCOME ->
                new RtspProblem(RtspStatus.UNAUTHORIZED, "user name and password, or the token, are not right");
        };
    }

    private static RtspProblem nothingThere() {
        return new RtspProblem(RtspStatus.NOT_FOUND, "there is nothing at this address");
    }

    private interface Step {
        void with(RtpFeed feed) throws RtspProblem;
    }

    /** Goes on once the camera is connected and known. */
    private void enter(RtspRequest request, RtspAddress address, Step step) {
        Optional<PublishedFeed> published = relay.published(address.path());
        if (published.isEmpty()) {
            refuse(request, nothingThere());
            return;
        }
        boolean same = published.get() == entered;
        if (same && described != null) {
            take(request, step, described);
            return;
        }
        endSession();
        leave();
        busy = true;
        entered = published.get();
        entered.enter(new PublishedFeed.Visitor() {
            @Override
            public void described(RtpFeed feed) {
                busy = false;
                described = feed;
                take(request, step, feed);
                next();
            }

            @Override
            public void refused(RtspProblem why) {
                busy = false;
                leave();
                refuse(request, why);
                next();
            }
        });
    }

    private void take(RtspRequest request, Step step, RtpFeed feed) {
        try {
            step.with(feed);
        } catch (RtspProblem problem) {
            refuse(request, problem);
        }
    }

    @Override
    public Reader reader() {
        return session.reader();
    }

    @Override
    public RtpFeed feed() {
        return session.feed();
    }

    @Override
    public void ended() {
        session.reader().forget();
        for (Frame goodbye : session.goodbyes(relay.buffers())) {
            Reader.Channels channels = session.reader().tracks().get(goodbye.track());
            channel.write(goodbye.on(channels.media(), channels.control()));
            goodbye.release();
        }
        endSession();
        closeAfterwards();
    }

    private void succeed(RtspRequest request, Map<String, String> headers) {
        reply(request.sequence(), RtspStatus.OK, headers, "");
    }

    private void refuse(RtspRequest request, RtspProblem problem) {
        Map<String, String> headers = new LinkedHashMap<>();
        switch (problem.status()) {
            case UNAUTHORIZED -> headers.put("WWW-Authenticate", "Basic realm=\"Courtside\", charset=\"UTF-8\"");
            case METHOD_NOT_ALLOWED -> headers.put("Allow", METHODS);
            case UNAVAILABLE -> headers.put("Retry-After", "2");
            default -> {
                // the status says it all
            }
        }
        headers.put("Content-Type", "text/plain");
        String sequence = request.sequence() == null ? "0" : request.sequence();
        reply(sequence, problem.status(), headers, problem.getMessage() + "\r\n");
        if (problem.status() == RtspStatus.UNAUTHORIZED && ++refusals >= MOST_REFUSALS) closeAfterwards();
    }

    private void reply(String sequence, RtspStatus status, Map<String, String> headers, String body) {
        StringBuilder text = new StringBuilder("RTSP/1.0 " + status + "\r\nCSeq: " + sequence + "\r\n");
        text.append("Server: Courtside\r\n");
        headers.forEach((name, value) -> text.append(name + ": " + value + "\r\n"));
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        if (content.length > 0) text.append("Content-Length: " + content.length + "\r\n");
        text.append("\r\n").append(body);
        channel.writeAndFlush(Unpooled.copiedBuffer(text, StandardCharsets.UTF_8));
    }

    /** Once what was written has left. */
    private void closeAfterwards() {
        waiting.clear();
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
    }

    private void endSession() {
        if (session == null) return;
        if (session.isPlaying()) {
            entered.part(this);
            relay.readerEnded();
            if (session.reader().skipped() > 0)
                LOG.log(
                        Level.INFO,
                        "a reader of {0} did not keep up: {1} frames left out",
                        session.path(),
                        session.reader().skipped());
        }
        session.reader().forget();
        session = null;
    }

    private void leave() {
        if (entered != null) entered.leave();
        entered = null;
        described = null;
    }

    /** Ends what has fallen silent. */
    void check(RelayLimits limits) {
        boolean playing = session != null && session.isPlaying();
        long heard = playing ? Math.max(heardAt, session.reader().takenAt()) : heardAt;
        boolean stalled =
                playing && session.reader().isStalledFor(limits.stall().toNanos());
        boolean silent = !busy && System.nanoTime() - heard > limits.silence().toNanos();
        if (stalled || silent) channel.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        end();
    }

    private void end() {
        waiting.clear();
        endSession();
        leave();
        relay.ended(this);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (!(cause instanceof IOException)) LOG.log(Level.WARNING, "a connection of the relay failed", cause);
        channel.close();
    }

    /** At once, with all that belongs to it. */
    void close() {
        end();
        channel.close();
    }
}
