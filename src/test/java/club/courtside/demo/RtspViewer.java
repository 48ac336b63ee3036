package club.courtside.demo;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A player that speaks plain RTSP over one TCP connection and reports what comes. */
final class RtspViewer implements AutoCloseable {

    record Answer(int status, Map<String, String> headers, String body) {}

    /** An RTP packet as it came on a channel. */
    record RtpPacket(int channel, boolean marker, int payloadType, int sequence, long time, byte[] payload) {}

    private final URI uri;
    private final Socket socket;
    private final InputStream in;
    private final Map<String, String> login = new HashMap<>();
    private int cseq;
    private String session;

    RtspViewer(String url) throws IOException {
        uri = URI.create(url);
        socket = new Socket(uri.getHost(), uri.getPort());
        socket.setSoTimeout(30_000);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** How long to wait for the next byte. */
    void patience(int millis) throws IOException {
        socket.setSoTimeout(millis);
    }

    void signInAs(String username, String password, Answer challenge) {
        Matcher parameter = Pattern.compile("(\\w+)=\"([^\"]*)\"")
                .matcher(challenge.headers().get("www-authenticate"));
        while (parameter.find()) login.put(parameter.group(1), parameter.group(2));
        login.put("username", username);
        login.put("password", password);
    }

    Answer ask(String method, String suffix, String... headers) throws Exception {
        String target = uri + suffix;
        StringBuilder text = new StringBuilder(method + " " + target + " RTSP/1.0\r\nCSeq: " + ++cseq + "\r\n");
        if (session != null) text.append("Session: ").append(session).append("\r\n");
        if (!login.isEmpty())
            text.append("Authorization: ").append(authorization(method, target)).append("\r\n");
        for (String header : headers) text.append(header).append("\r\n");
        socket.getOutputStream().write(text.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        return answer();
    }

    /** Sets up the tracks over this connection and plays them. */
    void play(boolean withSound) throws Exception {
        ask("SETUP", "/video", "Transport: RTP/AVP/TCP;unicast;interleaved=0-1");
        if (withSound) ask("SETUP", "/audio", "Transport: RTP/AVP/TCP;unicast;interleaved=2-3");
        ask("PLAY", "", "Range: npt=0.000-");
    }

    private String authorization(String method, String target) throws Exception {
        String ha1 = md5(login.get("username") + ":" + login.get("realm") + ":" + login.get("password"));
        return "Digest username=\"" + login.get("username") + "\", realm=\"" + login.get("realm") + "\", nonce=\""
                + login.get("nonce") + "\", uri=\"" + target + "\", response=\""
                + md5(ha1 + ":" + login.get("nonce") + ":" + md5(method + ":" + target)) + "\"";
    }

    private static String md5(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private Answer answer() throws IOException {
        var text = new ByteArrayOutputStream();
        while (!text.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) text.write(next());
        String[] lines = text.toString(StandardCharsets.US_ASCII).split("\r\n");
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            String[] header = lines[i].split(": ", 2);
            headers.put(header[0].toLowerCase(java.util.Locale.ROOT), header[1]);
        }
        if (headers.containsKey("session")) session = headers.get("session").split(";")[0];
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Answer(
                Integer.parseInt(lines[0].split(" ")[1]), headers, new String(body, StandardCharsets.US_ASCII));
    }

    /** The next RTP or RTCP packet; RTCP comes on odd channels. */
    RtpPacket packet() throws IOException {
        int dollar = next();
        if (dollar != '$') throw new IOException("no packet but " + dollar);
        int channel = next();
        byte[] data = in.readNBytes(next() << 8 | next());
        int header = channel % 2 == 0 ? 12 : 4;
        byte[] payload = java.util.Arrays.copyOfRange(data, header, data.length);
        return new RtpPacket(
                channel,
                (data[1] & 0x80) != 0,
                data[1] & (header == 12 ? 0x7F : 0xFF),
                (data[2] & 0xFF) << 8 | data[3] & 0xFF,
                Integer.toUnsignedLong(java.nio.ByteBuffer.wrap(data).getInt(4)),
                payload);
    }

    /** The next packet of the picture or the sound, 0 or 2. */
    RtpPacket media(int channel) throws IOException {
        RtpPacket packet = packet();
        while (packet.channel() != channel) packet = packet();
        return packet;
    }

    /** H.264 unit type of a payload, also when it is the first fragment of one; 0 for a later fragment. */
    static int unitType(byte[] payload) {
        int type = payload[0] & 0x1F;
        if (type != 28) return type;
        return (payload[1] & 0x80) != 0 ? payload[1] & 0x1F : 0;
    }

    private int next() throws IOException {
        int value = in.read();
        if (value < 0) throw new EOFException("the camera hung up");
        return value;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
