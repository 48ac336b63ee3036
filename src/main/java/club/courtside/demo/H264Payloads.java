package club.courtside.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts H.264 into RTP payloads (RFC 6184): one unit in a packet, or a large one in fragments (FU-A). */
final class H264Payloads {

    private H264Payloads() {}

    /** The units between the start codes of Annex B. */
    static List<byte[]> units(byte[] annexB) {
        List<byte[]> units = new ArrayList<>();
        int start = -1;
        int zeros = 0;
        for (int i = 0; i < annexB.length; i++) {
            if (annexB[i] == 1 && zeros >= 2) {
                if (start >= 0) units.add(Arrays.copyOfRange(annexB, start, i - zeros));
                start = i + 1;
            }
            zeros = annexB[i] == 0 ? zeros + 1 : 0;
        }
        if (start >= 0) units.add(Arrays.copyOfRange(annexB, start, annexB.length));
        return units;
    }

    /** @param most bytes in one payload */
    static List<byte[]> payloads(byte[] annexB, int most) {
        List<byte[]> payloads = new ArrayList<>();
        for (byte[] unit : units(annexB)) {
            if (unit.length <= most) payloads.add(unit);
            else fragment(unit, most, payloads);
        }
        return payloads;
    }

    private static void fragment(byte[] unit, int most, List<byte[]> payloads) {
        byte indicator = (byte) (unit[0] & 0xE0 | 28);
        int room = most - 2;
        for (int at = 1; at < unit.length; at += room) {
            int length = Math.min(room, unit.length - at);
            byte[] payload = new byte[length + 2];
            payload[0] = indicator;
            payload[1] = (byte) (unit[0] & 0x1F | (at == 1 ? 0x80 : 0) | (at + length == unit.length ? 0x40 : 0));
            System.arraycopy(unit, at, payload, 2, length);
            payloads.add(payload);
        }
    }
}
