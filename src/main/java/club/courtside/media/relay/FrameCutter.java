package club.courtside.media.relay;

import club.courtside.media.Packet;
import club.courtside.media.relay.rtp.NotCarried;
import club.courtside.media.relay.rtp.RtpFeed;
import club.courtside.media.relay.rtp.RtpTrack;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Packets of one feed as frames for the wire. For one thread. */
final class FrameCutter {

    private static final int OVERHEAD = 64;

    private final RtpFeed feed;
    private final ByteBufAllocator buffers;

    FrameCutter(RtpFeed feed, ByteBufAllocator buffers) {
        this.feed = feed;
        this.buffers = buffers;
    }

    /**
     * @return null when its track is not relayed
     * @throws NotCarried when RTP has no way for this packet
     */
    Frame cut(Packet packet) throws NotCarried {
        int position = feed.positionOf(packet.track());
        if (position < 0) return null;
        RtpTrack track = feed.tracks().get(position);
        int sequence = track.nextSequence();
        ByteBuf wire = buffers.directBuffer(packet.size() + packet.size() / 64 + OVERHEAD);
        try {
            track.cut(packet, (header, body) -> {
                wire.writeByte('$').writeByte(Frame.channel(position, true));
                wire.writeShort(header.length + body.remaining());
                wire.writeBytes(header).writeBytes(body);
            });
        } catch (NotCarried | RuntimeException e) {
            wire.release();
            throw e;
        }
        boolean begins = packet.key() && packet.track().isVideo();
        return new Frame(position, true, begins, sequence, track.time(packet.ptsMicros()), wire);
    }

    /** A sender report of each track for the same moment. */
    List<Frame> reports(long micros, Instant wall) {
        List<Frame> reports = new ArrayList<>();
        for (int i = 0; i < feed.tracks().size(); i++)
            reports.add(control(buffers, i, feed.tracks().get(i).report(micros, wall)));
        return reports;
    }

    static Frame control(ByteBufAllocator buffers, int track, byte[] packet) {
        ByteBuf wire = buffers.directBuffer(Frame.PREFIX + packet.length);
        wire.writeByte('$')
                .writeByte(Frame.channel(track, false))
                .writeShort(packet.length)
                .writeBytes(packet);
        return new Frame(track, false, false, 0, 0, wire);
    }
}
