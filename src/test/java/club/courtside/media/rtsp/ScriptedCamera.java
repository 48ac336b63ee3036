package club.courtside.media.rtsp;

import club.courtside.media.CameraAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A camera that says what a test wants it to say, to one visitor after the other. */
final class ScriptedCamera implements AutoCloseable {

    static final String OK = "RTSP/1.0 200 OK\r\n";
    private static final String SETS = "Z0LAHtkDxWhAAAADAEAAAAwDxYuS,aMuMsg==";

    interface Script {
        /** @return what follows the sequence number's line, or null to say nothing */
        String answer(String request, OutputStream out) throws IOException;
    }

    final List<String> requests = new CopyOnWriteArrayList<>();
    private final ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());

    ScriptedCamera(Script script) throws IOException {
        Thread thread = new Thread(() -> {
            while (!listening.isClosed()) {
                try (Socket visitor = listening.accept()) {
                    converse(visitor, script);
                } catch (IOException left) {
                    // The other side had enough.
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void converse(Socket visitor, Script script) throws IOException {
        InputStream in = visitor.getInputStream();
        OutputStream out = visitor.getOutputStream();
        for (String request = request(in); !request.isEmpty(); request = request(in)) {
            requests.add(request);
            String answer = script.answer(request, out);
            String sequence = "CSeq: " + request.replaceAll("(?si).*CSeq: *(\\d+).*", "$1") + "\r\n";
            if (answer == null) continue;
            int line = answer.indexOf('\n') + 1;
            write(out, answer.substring(0, line) + sequence + answer.substring(line));
        }
    }

    /** What the visitor sends between his requests is left out. */
    private static String request(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) return "";
            if (next == '$' && text.isEmpty()) {
                in.read();
                in.readNBytes(in.read() << 8 | in.read());
            } else text.append((char) next);
        }
        return text.toString();
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** A slice of a key frame, alone in its packet. */
    static void picture(OutputStream out, int channel, int number) throws IOException {
        packet(out, channel, Rtp.packet(number, 3600 * number, true, new byte[] {0x65, (byte) 0x88, (byte) number}));
    }

    static void packet(OutputStream out, int channel, byte[] packet) throws IOException {
        out.write(new byte[] {'$', (byte) channel, (byte) (packet.length >> 8), (byte) packet.length});
        out.write(packet);
        out.flush();
    }

    /** The answer of a camera that does nothing unusual. */
    String usual(String request) {
        if (request.startsWith("OPTIONS")) return OK + "Public: DESCRIBE, SETUP, PLAY, TEARDOWN, GET_PARAMETER\r\n\r\n";
        if (request.startsWith("DESCRIBE")) return described("", "track1");
        if (request.startsWith("SETUP"))
            return OK + "Session: 12;timeout=2\r\nTransport: RTP/AVP/TCP;unicast;interleaved=0-1\r\n\r\n";
        return OK + "Session: 12\r\n\r\n";
    }

    static String described(String headers, String control) {
        return described(headers, control, ";sprop-parameter-sets=" + SETS);
    }

    /** @param parameters after the packetization mode */
    static String described(String headers, String control, String parameters) {
        String sdp = "v=0\r\ns=x\r\nt=0 0\r\nm=video 0 RTP/AVP 96\r\na=rtpmap:96 H264/90000\r\n"
                + "a=fmtp:96 packetization-mode=1" + parameters + "\r\na=control:" + control + "\r\n";
        return OK + headers + "Content-Type: application/sdp\r\nContent-Length: " + sdp.length() + "\r\n\r\n" + sdp;
    }

    CameraAddress address(String path, String user, String password) {
        return CameraAddress.parse(
                "rtsp://127.0.0.1:" + listening.getLocalPort() + path, user, password, CameraAddress.Transport.TCP);
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
