package club.courtside.media.relay.rtp;

import club.courtside.media.Packet;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;

/** H.264 (RFC 6184), packetization-mode 1: a unit in a payload of its own, or a large one in fragments (FU-A). */
record H264Format(int payloadType, ParameterSets parameters) implements PayloadFormat {

    private static final int FRAGMENT = 28;
    private static final byte[] NOTHING = {};

    @Override
    public int clockRate() {
        return 90_000;
    }

    @Override
    public List<String> attributes() {
        byte[] sequence = parameters.first(7);
        String level = sequence.length < 4
                ? ""
                : "; profile-level-id=" + HexFormat.of().formatHex(sequence, 1, 4);
        return List.of(
                "rtpmap:" + payloadType + " H264/90000",
                "fmtp:" + payloadType + " packetization-mode=1; sprop-parameter-sets=" + parameters.base64(7, 8)
                        + level);
    }

    @Override
    public void cut(Packet packet, Payloads to) {
        Iterator<ByteBuffer> units = NalUnits.of(packet.track(), packet.bytes()).iterator();
        while (units.hasNext()) {
            ByteBuffer unit = units.next();
            boolean last = !units.hasNext();
            if (unit.remaining() <= MOST) to.add(NOTHING, unit, last, 0);
            else fragment(unit, last, to);
        }
    }

    private static void fragment(ByteBuffer unit, boolean lastUnit, Payloads to) {
        byte header = unit.get();
        byte indicator = (byte) (header & 0xE0 | FRAGMENT);
        Fragments.cut(unit, MOST - 2, (body, first, last) -> {
            byte position = (byte) (header & 0x1F | (first ? 0x80 : 0) | (last ? 0x40 : 0));
            to.add(new byte[] {indicator, position}, body, lastUnit && last, 0);
        });
    }
}
