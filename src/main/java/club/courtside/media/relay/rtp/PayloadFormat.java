package club.courtside.media.relay.rtp;

import club.courtside.media.Packet;
import club.courtside.media.Track;
import java.nio.ByteBuffer;
import java.util.List;

/** How one codec travels in RTP. */
interface PayloadFormat {

    /** The greatest payload, bytes: with all headers it still fits an Ethernet packet, which some readers rely on. */
    int MOST = 1400;

    /** Takes the payloads of one packet, in order. */
    interface Payloads {

        /**
         * @param head what stands before {@code body} in the payload
         * @param body read to its limit at once, not kept
         * @param last whether it ends a picture or a frame of sound (the marker bit)
         * @param later how much later than the packet this payload begins, in units of the RTP clock
         */
        void add(byte[] head, ByteBuffer body, boolean last, int later);
    }

    /** 0 to 127; from 96 on it has no fixed meaning. */
    int payloadType();

    /** Hz. */
    int clockRate();

    /** What readers have to know: the lines {@code rtpmap} and {@code fmtp} of SDP, without {@code a=}. */
    List<String> attributes();

    /** @throws NotCarried when this one packet does not fit the format */
    void cut(Packet packet, Payloads to) throws NotCarried;

    /**
     * @param payloadType for codecs without a fixed one
     * @param first the track's first packet when it is video (a key frame), else null
     * @throws NotCarried when RTP, or this relay, has no way for that track
     */
    static PayloadFormat of(Track track, int payloadType, Packet first) throws NotCarried {
        return switch (track.codec()) {
            case H264 -> new H264Format(payloadType, ParameterSets.of(track, first));
            case H265 -> new H265Format(payloadType, ParameterSets.of(track, first));
            case MJPEG -> new JpegFormat(first);
            case AAC -> AacFormat.of(payloadType, track);
            case PCMA, PCMU -> new G711Format(payloadType, track);
            case OTHER -> throw new NotCarried(track.codecName() + " is not relayed");
        };
    }
}
