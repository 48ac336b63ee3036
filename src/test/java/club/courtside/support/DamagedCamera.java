package club.courtside.support;

import club.courtside.media.Packet;
import club.courtside.media.ParameterSets;
import club.courtside.media.Track;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A camera whose every conversation goes wrong in a way of its own: RTSP (RFC 2326) and HTTP, on one port. Which way is
 * decided by the number in the address, so that a failure can be repeated.
 */
public final class DamagedCamera implements AutoCloseable {

    private static final int PAYLOAD = 1200;
    private static final int ENDLESS = 4 << 20;

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Packet> pictures;
    private final AtomicInteger conversations = new AtomicInteger();

    /** @param pictures H.264 with its parameter sets in the key frames */
    public DamagedCamera(List<Packet> pictures) throws IOException {
        this.pictures = pictures;
        run(this::accept);
    }

    /** @param number even for RTSP, odd for HTTP */
    public String url(int number) {
        return (number % 2 == 0 ? "rtsp" : "http") + "://127.0.0.1:" + listening.getLocalPort() + "/" + number;
    }

    /** How many have ended. */
    public int conversations() {
        return conversations.get();
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void run(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException | RuntimeException left) {
                // The other side had enough.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listening.accept();
            run(() -> {
                try (client) {
                    converse(client.getInputStream(), client.getOutputStream());
                } finally {
                    conversations.incrementAndGet();
                }
            });
        }
    }

    private void converse(InputStream in, OutputStream out) throws IOException {
        Damage damage = null;
        for (String request = request(in); !request.isEmpty(); request = request(in)) {
            int number = Integer.parseInt(request.replaceAll("(?s)^\\S+ (?:\\w+://[^/]+)?/(\\d+).*", "$1"));
            if (damage == null) damage = new Damage(number);
            if (request.startsWith("GET")) {
                answerHttp(number, damage, out);
                return;
            }
            answerRtsp(number / 2, damage, request, out);
        }
    }

    private static String request(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) return "";
            text.append((char) next);
        }
        return text.toString();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private void answerHttp(int number, Damage damage, OutputStream out) throws IOException {
        String ok = "HTTP/1.0 200 OK\r\n";
        byte[] jpeg = damage.garbage(2000);
        switch (number / 2 % 9) {
            case 0 -> write(out, "HTTP/1.0 302 Found\r\nLocation: file:///etc/passwd\r\n\r\n");
            case 1 -> write(out, "HTTP/1.0 302 Found\r\nLocation: concat:/etc/passwd|/etc/hosts\r\n\r\n");
            case 2 -> write(out, "HTTP/1.0 302 Found\r\nLocation: /" + number + "\r\n\r\n");
            case 3 -> endless(out, ok + "X-Long: ");
            case 4 -> write(out, ok + "Content-Length: 99999999999999999999\r\nContent-Type: video/mp2t\r\n\r\nG@");
            case 5 -> {
                write(
                        out,
                        ok
                                + "Content-Type: multipart/x-mixed-replace; boundary=\"\r\n\r\n--\r\nContent-Length: -7\r\n\r\n");
                out.write(jpeg);
            }
            case 6 -> {
                write(
                        out,
                        ok
                                + "Content-Type: multipart/x-mixed-replace;boundary=b\r\n\r\n--b\r\nContent-Length: 999999\r\n\r\n");
                out.write(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xC0, 0, 17, 8, -1, -1, -1, -1, 3});
                out.write(jpeg);
            }
            case 7 ->
                write(out, ok + "Content-Type: application/x-mpegURL\r\n\r\n#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n");
            default -> out.write(damage.garbage(100_000));
        }
    }

    private static void endless(OutputStream out, String head) throws IOException {
        write(out, head);
        byte[] more = "x".repeat(8192).getBytes(StandardCharsets.US_ASCII);
        for (int sent = 0; sent < ENDLESS; sent += more.length) out.write(more);
    }

    private void answerRtsp(int kind, Damage damage, String request, OutputStream out) throws IOException {
        String sequence = "CSeq: " + request.replaceAll("(?si).*CSeq: *(\\d+).*", "$1") + "\r\n";
        String ok = "RTSP/1.0 200 OK\r\n" + sequence;
        if (request.startsWith("DESCRIBE")) {
            if (kind % 10 == 0) endless(out, ok + "X-Long: ");
            String sdp = sdp(kind, damage);
            int length = kind % 10 == 1 ? sdp.length() * 2 : kind % 10 == 2 ? -5 : sdp.length();
            write(out, ok + "Content-Type: application/sdp\r\nContent-Length: " + length + "\r\n\r\n" + sdp);
        } else if (request.startsWith("SETUP")) {
            String transport = request.replaceAll("(?si).*Transport: *([^\r]*).*", "$1");
            if (kind % 10 == 3) transport = "RTP/AVP/TCP;unicast;interleaved=250-900";
            write(out, ok + "Session: 1;timeout=1\r\nTransport: " + transport + "\r\n\r\n");
        } else if (request.startsWith("PLAY")) {
            write(out, ok + "Session: 1\r\nRTP-Info: url=x;seq=70000;rtptime=-1\r\n\r\n");
            send(kind, damage, out);
        } else {
            write(out, ok + "Public: DESCRIBE, SETUP, PLAY, TEARDOWN, GET_PARAMETER\r\n\r\n");
        }
    }

    private String sdp(int kind, Damage damage) {
        Track video = pictures.get(0).track();
        List<String> sets = new ArrayList<>();
        for (byte[] unit : units(ParameterSets.of(video).bytes()))
            sets.add(Base64.getEncoder().encodeToString(kind % 3 == 0 ? damage.bytes(unit) : unit));
        String whole = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=x\r\nt=0 0\r\na=control:*\r\n"
                + "m=video 0 RTP/AVP 96\r\na=rtpmap:96 H264/90000\r\na=fmtp:96 packetization-mode=1;sprop-parameter-sets="
                + String.join(",", sets)
                + "\r\na=control:track1\r\n";
        return switch (kind % 10) {
            case 4 -> whole.substring(0, damage.below(whole.length()));
            case 5 -> whole.replace("90000", "999999999999").replace("m=video 0", "m=video 99999");
            case 6 -> whole + "m=audio 0 RTP/AVP 97\r\na=rtpmap:97 mpeg4-generic/0/999\r\n".repeat(200);
            case 7 ->
                new String(damage.bytes(whole.getBytes(StandardCharsets.ISO_8859_1)), StandardCharsets.ISO_8859_1);
            default -> whole;
        };
    }

    private void send(int kind, Damage damage, OutputStream out) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int number = 65_500;
        long time = 0xFFFF0000L;
        for (Packet picture : pictures) {
            for (byte[] unit : units(bytes(picture)))
                for (byte[] payload : payloads(damage.oneIn(3) ? damage.bytes(unit) : unit)) {
                    byte[] rtp = rtp(number++, damage.oneIn(40) ? damage.below(1 << 30) : time, payload);
                    if (damage.oneIn(8)) rtp = damage.bytes(rtp);
                    int length = kind % 10 == 8 && damage.oneIn(10) ? damage.below(65_536) : rtp.length;
                    all.write('$');
                    all.write(damage.oneIn(50) ? damage.below(256) : damage.oneIn(10) ? 1 : 0);
                    all.write(length >> 8);
                    all.write(length);
                    all.writeBytes(rtp);
                }
            time = time + 3600 & 0xFFFFFFFFL;
        }
        byte[] stream = all.toByteArray();
        out.write(kind % 10 == 9 ? damage.bytes(stream) : stream);
        out.flush();
    }

    private static byte[] bytes(Packet packet) {
        byte[] bytes = new byte[packet.size()];
        packet.bytes().get(bytes);
        return bytes;
    }

    private static byte[] rtp(int sequence, long time, byte[] payload) {
        return ByteBuffer.allocate(12 + payload.length)
                .putShort((short) 0x80E0)
                .putShort((short) sequence)
                .putInt((int) time)
                .putInt(7)
                .put(payload)
                .array();
    }

    /** Single NAL units and FU-A (RFC 6184). */
    private static List<byte[]> payloads(byte[] unit) {
        if (unit.length <= PAYLOAD) return List.of(unit);
        List<byte[]> parts = new ArrayList<>();
        for (int at = 1; at < unit.length; at += PAYLOAD) {
            int length = Math.min(PAYLOAD, unit.length - at);
            int edge = (at == 1 ? 0x80 : 0) | (at + length == unit.length ? 0x40 : 0);
            parts.add(ByteBuffer.allocate(2 + length)
                    .put((byte) (unit[0] & 0xE0 | 28))
                    .put((byte) (edge | unit[0] & 0x1F))
                    .put(unit, at, length)
                    .array());
        }
        return parts;
    }

    private static List<byte[]> units(byte[] stream) {
        List<byte[]> units = new ArrayList<>();
        int begin = -1;
        for (int i = 0; i + 3 <= stream.length; i++) {
            if (stream[i] != 0 || stream[i + 1] != 0 || stream[i + 2] != 1) continue;
            if (begin >= 0) units.add(java.util.Arrays.copyOfRange(stream, begin, i));
            begin = i + 3;
        }
        if (begin >= 0) units.add(java.util.Arrays.copyOfRange(stream, begin, stream.length));
        return units;
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
