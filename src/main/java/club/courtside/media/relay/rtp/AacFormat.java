package club.courtside.media.relay.rtp;

import club.courtside.media.Packet;
import club.courtside.media.Track;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;

/** AAC (RFC 3640), mode AAC-hbr, one frame in a packet; a frame too large for one is fragmented (section 3.2.3). */
record AacFormat(int payloadType, Track track) implements PayloadFormat {

    /** What 13 bits of {@code sizelength} can say. */
    private static final int LONGEST = 8191;

    static AacFormat of(int payloadType, Track track) throws NotCarried {
        if (track.configuration().length == 0)
            throw new NotCarried("the camera does not say the configuration of its AAC sound");
        return new AacFormat(payloadType, track);
    }

    @Override
    public int clockRate() {
        return track.sampleRate();
    }

    @Override
    public List<String> attributes() {
        return List.of(
                "rtpmap:" + payloadType + " MPEG4-GENERIC/" + track.sampleRate() + "/" + Math.max(1, track.channels()),
                "fmtp:" + payloadType + " streamtype=5; profile-level-id=1; mode=AAC-hbr; config="
                        + HexFormat.of().formatHex(track.configuration())
                        + "; sizelength=13; indexlength=3; indexdeltalength=3");
    }

    @Override
    public void cut(Packet packet, Payloads to) throws NotCarried {
        ByteBuffer frame = packet.bytes();
        int size = frame.remaining();
        if (size > LONGEST) throw new NotCarried("an AAC frame of " + size + " bytes");
        // 16 bits of headers follow: the size of the whole frame, index 0.
        byte[] head = {0, 16, (byte) (size >> 5), (byte) (size << 3)};
        Fragments.cut(frame, MOST - head.length, (body, first, last) -> to.add(head, body, last, 0));
    }
}
