package club.courtside.media.rtsp;

import club.courtside.media.FeedClock;
import club.courtside.media.Packet;
import club.courtside.media.Track;
import java.nio.ByteBuffer;
import java.util.Queue;

/** One track on its way in: its packets become units with times on the connection's clock. */
final class RtpLane implements Units.Taker {

    private static final int GOODBYE = 203;
    /** A camera whose packets follow each other so rarely does not number them. */
    private static final int UNNUMBERED = 30;

    private final Carriage carriage;
    private final int channel;
    private final FeedClock clock;
    private final Queue<Packet> ready;
    private final Runnable synchronize;
    private final RtpClock times;
    private final RtpPacket packet = new RtpPacket();
    private Track track;
    private boolean begun;
    private int source;
    private int sequence;
    private int laps;
    private int outOfOrder;
    private SenderReport report;
    private long reportedNanos;

    /**
     * @param channel of its packets; its reports come on the next
     * @param ready takes its units
     * @param synchronize is called when something new is known of its clock
     */
    RtpLane(Carriage carriage, int channel, FeedClock clock, Queue<Packet> ready, Runnable synchronize) {
        this.carriage = carriage;
        this.channel = channel;
        this.clock = clock;
        this.ready = ready;
        this.synchronize = synchronize;
        this.track = carriage.track();
        this.times = new RtpClock(carriage.media().clockRate());
    }

    int channel() {
        return channel;
    }

    Track track() {
        return track;
    }

    void track(Track known) {
        track = known;
    }

    void packet(byte[] bytes, int at, int length) {
        if (!packet.read(bytes, at, length)
                || packet.payloadType() != carriage.media().payloadType()) return;
        carriage.units().take(packet, isAfterGap(), this);
    }

    private boolean isAfterGap() {
        int number = packet.sequence();
        boolean follows = begun && packet.source() == source && number == (sequence + 1 & 0xFFFF);
        outOfOrder = follows ? 0 : Math.min(outOfOrder + 1, UNNUMBERED);
        boolean gap = begun && !follows && outOfOrder < UNNUMBERED;
        if (begun && number < sequence && follows) laps++;
        begun = true;
        source = packet.source();
        sequence = number;
        return gap;
    }

    @Override
    public void unit(byte[] bytes, int time, boolean key) {
        long now = clock.nanos();
        if (!times.hasBegun()) {
            times.begin(time, now / 1000);
            synchronize.run();
        }
        long micros = times.micros(time);
        long decoded = track.isVideo() ? Packet.NO_TIME : micros;
        ready.add(new Packet(track, micros, decoded, key, now, ByteBuffer.wrap(bytes)));
    }

    /** @return whether the camera says that it ends this track */
    boolean report(byte[] bytes, int at, int length) {
        int end = at + length;
        while (at + 4 <= end) {
            int size = 4 + 4 * ((bytes[at + 2] & 255) << 8 | bytes[at + 3] & 255);
            if (at + size > end) return false;
            int type = bytes[at + 1] & 255;
            if (type == GOODBYE) return true;
            if (type == SenderReport.TYPE) reported(SenderReport.read(ByteBuffer.wrap(bytes, at, size)));
            at += size;
        }
        return false;
    }

    private void reported(SenderReport told) {
        if (told == null) return;
        report = told;
        reportedNanos = clock.nanos();
        synchronize.run();
    }

    RtpClock times() {
        return times;
    }

    /** The last; null when there was none. */
    SenderReport report() {
        return report;
    }

    /** What a receiver tells of this track; null before it has begun. */
    byte[] receiverReport() {
        if (!begun) return null;
        int delay = report == null ? 0 : (int) ((clock.nanos() - reportedNanos) * 65536 / 1_000_000_000L);
        return ReceiverReport.of(source, laps << 16 | sequence, report == null ? 0 : report.middle(), delay);
    }
}
