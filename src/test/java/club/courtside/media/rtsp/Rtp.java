package club.courtside.media.rtsp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** RTP packets as a camera would send them, and what becomes of them. */
final class Rtp implements Units.Taker {

    record Unit(String hex, int time, boolean key) {}

    final List<Unit> taken = new ArrayList<>();
    private final Units units;
    private final RtpPacket packet = new RtpPacket();

    Rtp(Units units) {
        this.units = units;
    }

    /** @param payload in hexadecimal, blanks allowed */
    Rtp send(int time, boolean marker, String payload) {
        return send(time, marker, false, payload);
    }

    Rtp afterGap(int time, boolean marker, String payload) {
        return send(time, marker, true, payload);
    }

    private Rtp send(int time, boolean marker, boolean gap, String payload) {
        byte[] bytes = packet(1, time, marker, HexFormat.of().parseHex(payload.replace(" ", "")));
        if (packet.read(bytes, 0, bytes.length)) units.take(packet, gap, this);
        return this;
    }

    static byte[] packet(int sequence, int time, boolean marker, byte[] payload) {
        return ByteBuffer.allocate(12 + payload.length)
                .put((byte) 0x80)
                .put((byte) (marker ? 0xE0 : 0x60))
                .putShort((short) sequence)
                .putInt(time)
                .putInt(7)
                .put(payload)
                .array();
    }

    @Override
    public void unit(byte[] bytes, int time, boolean key) {
        taken.add(new Unit(HexFormat.of().formatHex(bytes), time, key));
    }

    List<String> bytes() {
        return taken.stream().map(Unit::hex).toList();
    }
}
