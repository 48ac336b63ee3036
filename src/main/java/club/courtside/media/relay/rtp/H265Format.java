package club.courtside.media.relay.rtp;

import club.courtside.media.Packet;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;

/** H.265 (RFC 7798): a unit in a payload of its own, or a large one in fragments (FU). */
record H265Format(int payloadType, ParameterSets parameters) implements PayloadFormat {

    private static final int FRAGMENT = 49;
    private static final byte[] NOTHING = {};

    @Override
    public int clockRate() {
        return 90_000;
    }

    @Override
    public List<String> attributes() {
        return List.of(
                "rtpmap:" + payloadType + " H265/90000",
                "fmtp:" + payloadType + " sprop-vps=" + parameters.base64(32) + "; sprop-sps=" + parameters.base64(33)
                        + "; sprop-pps=" + parameters.base64(34));
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
        byte one = unit.get();
        byte two = unit.get();
        byte type = (byte) (one >> 1 & 0x3F);
        byte indicator = (byte) (one & 0x81 | FRAGMENT << 1);
        Fragments.cut(unit, MOST - 3, (body, first, last) -> {
            byte position = (byte) (type | (first ? 0x80 : 0) | (last ? 0x40 : 0));
            to.add(new byte[] {indicator, two, position}, body, lastUnit && last, 0);
        });
    }
}
