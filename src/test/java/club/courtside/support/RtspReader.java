package club.courtside.support;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads RTSP by hand and hides nothing. */
public final class RtspReader implements AutoCloseable {

    public record Answer(int status, String sequence, Map<String, String> headers, String body) {
        public String header(String name) {
            return headers.get(name.toLowerCase(Locale.ROOT));
        }
    }

    /** One packet between answers. */
    public record Interleaved(int channel, byte[] data) {
        public boolean marker() {
            return (data[1] & 0x80) != 0;
        }

        public int payloadType() {
            return data[1] & 0x7F;
        }

        public int sequence() {
            return (data[2] & 255) << 8 | data[3] & 255;
        }

        public int time() {
            return ByteBuffer.wrap(data).getInt(4);
        }

        public byte[] payload() {
            return Arrays.copyOfRange(data, 12, data.length);
        }

        /** Of RTCP. */
        public int packetType() {
            return data[1] & 255;
        }
    }

    public static final String USER = "user@club.test";
    public static final String PASSWORD = "a:secret";

    private final Socket socket;
    private final InputStream in;
    private final String url;
    private final Deque<Interleaved> packets = new ArrayDeque<>();
    private int sequence;
    private String session;
    private String authorization;

    public RtspReader(int port, String path) throws IOException {
        url = "rtsp://127.0.0.1:" + port + "/" + path;
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(30_000); // checking a password and connecting a camera may take ten seconds each
        in = new BufferedInputStream(socket.getInputStream());
        signInAs(USER, PASSWORD);
    }

    public RtspReader signInAs(String user, String password) {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        authorization = "Basic " + Base64.getEncoder().encodeToString(both);
        return this;
    }

    public RtspReader anonymous() {
        authorization = null;
        return this;
    }

    public String session() {
        return session;
    }

    public Answer ask(String method, String suffix, String... headers) throws IOException {
        send(request(method, suffix, headers));
        return answer();
    }

    public String request(String method, String suffix, String... headers) {
        StringBuilder text =
                new StringBuilder(method + " " + url + suffix + " RTSP/1.0\r\nCSeq: " + ++sequence + "\r\n");
        if (session != null) text.append("Session: " + session + "\r\n");
        if (authorization != null) text.append("Authorization: " + authorization + "\r\n");
        for (String header : headers) text.append(header + "\r\n");
        return text.append("\r\n").toString();
    }

    public void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** The next answer; packets before it are kept for later. */
    public Answer answer() throws IOException {
        int first = next();
        while (first == '$') {
            packets.add(interleaved());
            first = next();
        }
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.write(first);
        while (!text.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) text.write(next());
        String[] lines = text.toString(StandardCharsets.UTF_8).split("\r\n");
        Map<String, String> headers = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            String[] header = lines[i].split(": ", 2);
            headers.put(header[0].toLowerCase(Locale.ROOT), header[1]);
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        if (headers.containsKey("session")) session = headers.get("session").split(";")[0];
        int status = Integer.parseInt(lines[0].split(" ")[1]);
        return new Answer(status, headers.get("cseq"), headers, new String(body, StandardCharsets.UTF_8));
    }

    /** Sets up so many tracks and plays them. */
    public RtspReader play(int tracks) throws IOException {
        for (int track = 0; track < tracks; track++) {
            String channels = 2 * track + "-" + (2 * track + 1);
            Answer set = ask("SETUP", "/trackID=" + track, "Transport: RTP/AVP/TCP;unicast;interleaved=" + channels);
            if (set.status() != 200) throw new AssertionError(set);
        }
        Answer played = ask("PLAY", "/");
        if (played.status() != 200) throw new AssertionError(played);
        return this;
    }

    public Interleaved packet() throws IOException {
        if (!packets.isEmpty()) return packets.poll();
        int first = next();
        if (first != '$') throw new AssertionError("no packet begins with " + first);
        return interleaved();
    }

    /** The next one on that channel. */
    public Interleaved packet(int channel) throws IOException {
        Interleaved packet = packet();
        while (packet.channel() != channel) packet = packet();
        return packet;
    }

    private Interleaved interleaved() throws IOException {
        int channel = next();
        byte[] data = new byte[next() << 8 | next()];
        if (in.readNBytes(data, 0, data.length) < data.length) throw new EOFException("in the middle of a packet");
        return new Interleaved(channel, data);
    }

    private int next() throws IOException {
        int value = in.read();
        if (value < 0) throw new EOFException("the relay hung up");
        return value;
    }

    /** Whether the relay closes the connection; what comes before is left out. */
    public boolean isHungUp() throws IOException {
        try {
            return in.transferTo(OutputStream.nullOutputStream()) >= 0;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
