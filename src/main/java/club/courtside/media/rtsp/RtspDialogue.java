package club.courtside.media.rtsp;

import club.courtside.media.CameraLost;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Requests and their answers on one connection, with the packets that come between them. */
final class RtspDialogue {

    /** Takes packets; they are read at once, not kept. */
    interface Packets {
        void packet(int channel, byte[] bytes, int at, int length) throws CameraLost;
    }

    private static final int ATTEMPTS = 3;
    private static final String AGENT = "User-Agent: Courtside\r\n";

    private final CameraSocket socket;
    private final Credentials credentials;
    private final Incoming incoming;
    private final Incoming.Taker taker;
    private int sequence;
    private RtspMessage answer;

    RtspDialogue(CameraSocket socket, Credentials credentials, Packets packets) {
        this.socket = socket;
        this.credentials = credentials;
        this.incoming = new Incoming(socket);
        this.taker = new Incoming.Taker() {
            @Override
            public void packet(int channel, byte[] bytes, int at, int length) throws CameraLost {
                packets.packet(channel, bytes, at, length);
            }

            @Override
            public void message(RtspMessage message) throws CameraLost {
                if (message.isAnswer()) answer = message;
                else reply(message);
            }
        };
    }

    /**
     * Sends a request and waits for its answer.
     *
     * @param headers whole lines
     */
    RtspMessage ask(String method, String uri, String headers) throws CameraLost, Strange {
        for (int i = 0; i < ATTEMPTS; i++) {
            int asked = send(method, uri, headers);
            RtspMessage found = answerTo(asked);
            if (found.status() != 401) return found;
            if (!credentials.meet(found)) break;
        }
        throw CameraLost.unauthorized();
    }

    private RtspMessage answerTo(int asked) throws CameraLost, Strange {
        while (true) {
            answer = null;
            next();
            if (answer == null) continue;
            if (answer.status() == 0) throw new Strange("its answer is " + answer.start());
            if (answer.sequence() == asked || answer.sequence() < 0) return answer;
        }
    }

    /** Waits for whatever comes next. */
    void next() throws CameraLost, Strange {
        answer = null;
        incoming.next(taker);
        if (answer != null && answer.status() != 401) credentials.accepted();
    }

    /** What came last was an answer like this; 0 for none. */
    int answered() {
        return answer == null ? 0 : answer.status();
    }

    /** Whether what was refused last can be sent again. */
    boolean canProveAnew() {
        return credentials.meet(answer);
    }

    /** Without waiting for the answer. */
    int send(String method, String uri, String headers) throws CameraLost {
        write(method + " " + uri + " RTSP/1.0\r\nCSeq: " + ++sequence + "\r\n" + AGENT + credentials.header(method, uri)
                + headers + "\r\n");
        return sequence;
    }

    private void reply(RtspMessage request) throws CameraLost {
        boolean known = request.method().equals("OPTIONS") || request.method().equals("GET_PARAMETER");
        write("RTSP/1.0 " + (known ? "200 OK" : "501 Not Implemented") + "\r\nCSeq: " + request.sequence()
                + "\r\n\r\n");
    }

    private void write(String text) throws CameraLost {
        socket.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    void send(int channel, byte[] packet) throws CameraLost {
        socket.write(ByteBuffer.allocate(4 + packet.length)
                .put((byte) '$')
                .put((byte) channel)
                .putShort((short) packet.length)
                .put(packet)
                .flip());
    }
}
