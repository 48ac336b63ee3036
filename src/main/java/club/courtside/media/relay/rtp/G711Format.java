package club.courtside.media.relay.rtp;

import club.courtside.media.Packet;
import club.courtside.media.Track;
import java.util.List;

/** G.711 (RFC 3551, 4.5.14): payload type 8 (A-law) or 0 (µ-law) at 8 kHz mono, else one without a fixed meaning. */
record G711Format(int dynamicType, Track track) implements PayloadFormat {

    private static final byte[] NOTHING = {};

    @Override
    public int payloadType() {
        boolean usual = track.sampleRate() == 8000 && channels() == 1;
        return !usual ? dynamicType : track.codec() == Track.Codec.PCMA ? 8 : 0;
    }

    private int channels() {
        return Math.max(1, track.channels());
    }

    @Override
    public int clockRate() {
        return track.sampleRate();
    }

    @Override
    public List<String> attributes() {
        return List.of("rtpmap:" + payloadType() + " " + track.codec() + "/" + track.sampleRate()
                + (channels() == 1 ? "" : "/" + channels()));
    }

    /** The marker is for the first packet after silence, which cameras do not suppress. */
    @Override
    public void cut(Packet packet, Payloads to) {
        int most = MOST / channels() * channels();
        int[] later = {0};
        Fragments.cut(packet.bytes(), most, (body, first, last) -> {
            int samples = body.remaining() / channels();
            to.add(NOTHING, body, false, later[0]);
            later[0] += samples;
        });
    }
}
