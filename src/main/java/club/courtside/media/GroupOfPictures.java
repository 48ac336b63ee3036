package club.courtside.media;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything since the last key frame, so that who joins a live feed can begin at once. A camera with endless groups of
 * pictures costs no endless memory: past the bounds it is forgotten until the next key frame.
 */
final class GroupOfPictures {

    private static final long MAX_BYTES = 16 << 20;
    private static final long MAX_NANOS = 10_000_000_000L;

    private final List<Packet> packets = new ArrayList<>();
    private long bytes;

    void add(Packet packet) {
        if (packet.key() && packet.track().isVideo()) clear();
        else if (packets.isEmpty()) return;
        packets.add(packet);
        bytes += packet.size();
        if (bytes > MAX_BYTES || packet.arrivedNanos() - packets.get(0).arrivedNanos() > MAX_NANOS) clear();
    }

    void clear() {
        packets.clear();
        bytes = 0;
    }

    List<Packet> packets() {
        return packets;
    }
}
