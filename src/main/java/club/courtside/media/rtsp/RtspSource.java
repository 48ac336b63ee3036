package club.courtside.media.rtsp;

import club.courtside.media.CameraAddress;
import club.courtside.media.CameraLimits;
import club.courtside.media.CameraLost;
import club.courtside.media.FeedClock;
import club.courtside.media.Packet;
import club.courtside.media.ParameterSets;
import club.courtside.media.PictureSize;
import club.courtside.media.Source;
import club.courtside.media.Track;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** A camera that is read without a library. */
final class RtspSource implements Source {

    private static final Duration FAREWELL = Duration.ofMillis(250);
    private static final long REPORT_NANOS = 5_000_000_000L;
    private static final int MOST_HEARD = 5_000_000;

    private final CameraSocket socket;
    private final CameraLimits limits;
    private final FeedClock clock;
    private final RtspDialogue dialogue;
    private final RtspSession session;
    private final Queue<Packet> ready = new ArrayDeque<>();
    private final List<RtpLane> lanes = new ArrayList<>();
    private Synchrony synchrony;
    private boolean playing;
    private boolean ended;
    private long keepAliveAt;
    private long reportAt;

    static RtspSource open(CameraAddress address, CameraLimits limits, FeedClock clock) throws CameraLost, Strange {
        CameraSocket socket = CameraSocket.connect(address, limits.connect());
        boolean open = false;
        try {
            RtspSource source = new RtspSource(socket, address, limits, clock);
            source.begin();
            open = true;
            return source;
        } finally {
            if (!open) socket.close();
        }
    }

    private RtspSource(CameraSocket socket, CameraAddress address, CameraLimits limits, FeedClock clock) {
        this.socket = socket;
        this.limits = limits;
        this.clock = clock;
        this.dialogue = new RtspDialogue(socket, new Credentials(address), this::packet);
        this.session = new RtspSession(dialogue, address);
    }

    private void begin() throws CameraLost, Strange {
        SessionDescription description = session.describe();
        MediaDescription picture = description.video().orElseThrow(CameraLost::withoutVideo);
        Optional<MediaDescription> sound = description.audio();
        Carriage video = Carriage.ofVideo(picture);
        Carriage audio = sound.isEmpty() ? null : Carriage.ofAudio(sound.get());
        lanes.add(lane(video));
        if (audio != null) lanes.add(lane(audio));
        synchrony = new Synchrony(lanes.get(0), audio == null ? null : lanes.get(1));
        session.play();
        playing = true;
        keepAliveAt = clock.nanos() + session.keepAliveInterval().toNanos();
        reportAt = clock.nanos() + REPORT_NANOS;
        if (video.lacksParameters()) listen(lanes.get(0));
    }

    private RtpLane lane(Carriage carriage) throws CameraLost, Strange {
        int channel = session.setUp(carriage.media(), 2 * lanes.size());
        return new RtpLane(carriage, channel, clock, ready, () -> synchrony.adjust());
    }

    /** Waits for the first key frame, which tells what the camera has not announced; what is heard meanwhile is kept. */
    private void listen(RtpLane video) throws CameraLost {
        socket.within(limits.connect(), CameraLost::withoutSize);
        Queue<Packet> heard = new ArrayDeque<>();
        int bytes = 0;
        while (true) {
            next();
            for (Packet packet = ready.poll(); packet != null; packet = ready.poll()) {
                heard.add(packet);
                bytes += packet.size();
                if (packet.track().isVideo() && packet.key() && told(video, packet)) {
                    for (Packet each : heard) ready.add(each.track().isVideo() ? of(video.track(), each) : each);
                    return;
                }
            }
            if (bytes > MOST_HEARD) throw CameraLost.withoutSize();
        }
    }

    private static boolean told(RtpLane video, Packet key) {
        Track before = video.track();
        byte[] sets = ParameterSets.in(before.codec(), key.bytes()).bytes();
        Optional<PictureSize> size = PictureSize.in(before.codec(), sets);
        size.ifPresent(known -> video.track(
                new Track(before.index(), before.kind(), before.codec(), known.width(), known.height(), 0, 0, sets)));
        return size.isPresent();
    }

    private static Packet of(Track track, Packet packet) {
        return new Packet(
                track, packet.ptsMicros(), packet.dtsMicros(), packet.key(), packet.arrivedNanos(), packet.data());
    }

    @Override
    public List<Track> tracks() {
        return lanes.stream().map(RtpLane::track).toList();
    }

    @Override
    public Packet read() throws CameraLost {
        socket.within(limits.silence(), CameraLost::silent);
        while (ready.isEmpty()) next();
        return ready.poll();
    }

    private void next() throws CameraLost {
        if (ended) throw CameraLost.ended();
        long now = clock.nanos();
        if (now - keepAliveAt > 0) keepAlive(now);
        if (now - reportAt > 0) report(now);
        try {
            dialogue.next();
        } catch (Strange strange) {
            throw CameraLost.broken(strange.getMessage());
        }
        if (dialogue.answered() == 401 && dialogue.canProveAnew()) session.keepAlive();
    }

    private void keepAlive(long now) throws CameraLost {
        keepAliveAt = now + session.keepAliveInterval().toNanos();
        session.keepAlive();
    }

    private void report(long now) throws CameraLost {
        reportAt = now + REPORT_NANOS;
        for (RtpLane lane : lanes) {
            byte[] report = lane.receiverReport();
            if (report != null) dialogue.send(lane.channel() + 1, report);
        }
    }

    private void packet(int channel, byte[] bytes, int at, int length) {
        for (RtpLane lane : lanes) {
            if (lane.channel() == channel) lane.packet(bytes, at, length);
            else if (lane.channel() + 1 == channel && lane.report(bytes, at, length))
                ended |= lane.track().isVideo();
        }
    }

    @Override
    public void abort() {
        socket.abort();
    }

    /** A camera that is told lets its next client in at once; one that does not answer is not waited for. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        try (socket) {
            socket.lastWords(FAREWELL);
            session.leave();
            do {
                ready.clear();
                dialogue.next();
            } while (dialogue.answered() == 0);
        } catch (CameraLost | Strange gone) {
            // It ends in any case.
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }
}
