package club.courtside.media.rtsp;

import java.util.Arrays;

/** G.711 (RFC 3551, 4.5.14): every payload can be heard alone. */
final class G711Units implements Units {

    @Override
    public void take(RtpPacket packet, boolean gap, Taker to) {
        to.unit(Arrays.copyOfRange(packet.bytes(), packet.from(), packet.to()), packet.time(), true);
    }
}
