package club.courtside.media.rtsp;

import club.courtside.media.CameraLost;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What the camera sends, taken apart where it lies: packets (RFC 2326, 10.12), answers and requests. */
final class Incoming {

    /** Takes what has arrived; the bytes are read at once, not kept. */
    interface Taker {
        void packet(int channel, byte[] bytes, int at, int length) throws CameraLost;

        void message(RtspMessage message) throws CameraLost;
    }

    private static final int ROOM = 1 << 17;
    private static final int LONGEST_MESSAGE = 1 << 16;
    private static final int MOST_RUBBISH = 1 << 16;
    private static final int LONGEST_METHOD = 20;

    private final CameraSocket socket;
    private final byte[] bytes = new byte[ROOM];
    /** What has arrived lies between 0 and its position. */
    private final ByteBuffer room = ByteBuffer.wrap(bytes);

    private int at;
    private int rubbish;
    private boolean streaming;

    Incoming(CameraSocket socket) {
        this.socket = socket;
    }

    /** Waits for the next packet or message and hands it on. */
    void next(Taker to) throws CameraLost, Strange {
        while (!take(to)) {
            keepRest();
            socket.read(room);
        }
    }

    private void keepRest() {
        int end = room.position();
        if (at == 0) return;
        if (end > at) System.arraycopy(bytes, at, bytes, 0, end - at);
        room.position(end - at);
        at = 0;
    }

    private boolean take(Taker to) throws CameraLost, Strange {
        while (at < room.position()) {
            if (bytes[at] == '$') return takePacket(to);
            if (bytes[at] >= 'A' && bytes[at] <= 'Z') {
                int begun = isMessage();
                if (begun == 0) return false;
                if (begun > 0) return takeMessage(to);
            }
            skip();
        }
        return false;
    }

    private boolean takePacket(Taker to) throws CameraLost {
        int here = at;
        int have = room.position() - here;
        if (have < 4) return false;
        int length = (bytes[here + 2] & 255) << 8 | bytes[here + 3] & 255;
        if (have < 4 + length) return false;
        at += 4 + length;
        streaming = true;
        rubbish = 0;
        to.packet(bytes[here + 1] & 255, bytes, here + 4, length);
        return true;
    }

    /** @return 1 when one begins here, 0 when too little has arrived to tell, -1 when none does */
    private int isMessage() {
        int have = Math.min(room.position() - at, LONGEST_METHOD);
        int word = 0;
        while (word < have && (bytes[at + word] >= 'A' && bytes[at + word] <= 'Z' || bytes[at + word] == '_')) word++;
        if (word == have) return have < LONGEST_METHOD ? 0 : -1;
        boolean answer = word == 4 && bytes[at] == 'R' && bytes[at + word] == '/';
        return answer || bytes[at + word] == ' ' ? 1 : -1;
    }

    private boolean takeMessage(Taker to) throws CameraLost {
        int end = room.position();
        for (int i = at + 1; i < end; i++) {
            if (bytes[i] != '\n') continue;
            int empty = bytes[i - 1] == '\n' ? i : bytes[i - 1] == '\r' && i - 2 >= at && bytes[i - 2] == '\n' ? i : -1;
            if (empty >= 0) return takeMessage(to, empty + 1);
        }
        if (end - at > LONGEST_MESSAGE) throw RtspMessage.unreadable();
        return false;
    }

    private boolean takeMessage(Taker to, int body) throws CameraLost {
        RtspMessage message = RtspMessage.parse(new String(bytes, at, body - at, StandardCharsets.ISO_8859_1));
        int length = message.bodyLength();
        if (length < 0 || body - at + length > LONGEST_MESSAGE) throw RtspMessage.unreadable();
        if (room.position() < body + length) return false;
        at = body + length;
        to.message(message.with(bytes, body, length));
        return true;
    }

    /** Cameras that count their own bytes wrong are found again at the next packet. */
    private void skip() throws CameraLost, Strange {
        boolean blank = bytes[at] == '\r' || bytes[at] == '\n';
        if (!blank && !streaming) throw new Strange("its answer is no RTSP");
        at++;
        if (++rubbish > MOST_RUBBISH) throw CameraLost.broken("what it sends cannot be read");
    }
}
