package club.courtside.demo;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One client's RTSP connection: answers its requests and sends it what is filmed. */
final class RtspConversation {

    /** A payload that fits an Ethernet packet with all headers. */
    private static final int PAYLOAD = 1400;

    private static final Pattern CHANNEL = Pattern.compile("interleaved=(\\d+)");
    private static final Pattern CLIENT_PORT = Pattern.compile("client_port=(\\d+)");

    private final RtspCamera camera;
    private final Socket connection;
    private final OutputStream out;
    private final Login login;
    private final SecureRandom random = new SecureRandom();
    private final String session = Integer.toHexString(random.nextInt() | 0x10000000);
    private RtpTrack video;
    private RtpTrack audio;
    private Outbox outbox;
    private List<SentUnit> sent;
    private long begin = Long.MIN_VALUE;

    RtspConversation(RtspCamera camera, Socket connection) throws IOException {
        this.camera = camera;
        this.connection = connection;
        this.out = new BufferedOutputStream(connection.getOutputStream(), 65_536);
        this.login = camera.settings().login();
    }

    void hold() throws IOException {
        var in = new BufferedInputStream(connection.getInputStream());
        try {
            for (Request request = Request.read(in); request != null; request = Request.read(in)) {
                answer(request);
                if (request.method().equals("TEARDOWN")) return;
            }
        } finally {
            leave();
            if (video != null) video.lane().close();
            if (audio != null) audio.lane().close();
        }
    }

    private void answer(Request request) throws IOException {
        String method = request.method();
        if (method.equals("OPTIONS")) {
            reply(request, "200 OK", "Public: OPTIONS, DESCRIBE, SETUP, PLAY, PAUSE, GET_PARAMETER, TEARDOWN\r\n", "");
            return;
        }
        if (login != null && !login.accepts(method, request.header("Authorization"))) {
            reply(request, "401 Unauthorized", "WWW-Authenticate: " + login.challenge() + "\r\n", "");
            return;
        }
        if (!request.path().equals(camera.path()) && !request.path().startsWith(camera.path() + "/")) {
            reply(request, "404 Not Found", "", "");
            return;
        }
        switch (method) {
            case "DESCRIBE" ->
                reply(
                        request,
                        "200 OK",
                        "Content-Base: " + camera.url() + "/\r\nContent-Type: application/sdp\r\n",
                        camera.description());
            case "SETUP" -> setUp(request);
            case "PLAY" -> play(request);
            case "PAUSE" -> {
                leave();
                reply(request, "200 OK", sessionHeader(), "");
            }
            case "GET_PARAMETER", "TEARDOWN" -> reply(request, "200 OK", sessionHeader(), "");
            default -> reply(request, "501 Not Implemented", "", "");
        }
    }

    private void setUp(Request request) throws IOException {
        boolean forAudio = request.path().endsWith("/audio");
        if (forAudio && camera.sound() == null) {
            reply(request, "404 Not Found", "", "");
            return;
        }
        RtpLane lane = lane(request.headers().getOrDefault("transport", ""), forAudio);
        if (lane == null) {
            reply(request, "461 Unsupported Transport", "", "");
            return;
        }
        RtpTrack track = forAudio
                ? new RtpTrack(camera.sound().payloadType(), camera.sound().rate(), lane, random)
                : new RtpTrack(96, 90_000, lane, random);
        if (forAudio) audio = track;
        else video = track;
        reply(request, "200 OK", "Transport: " + lane.transport() + "\r\nSession: " + session + ";timeout=60\r\n", "");
    }

    private RtpLane lane(String transport, boolean forAudio) throws IOException {
        if (transport.startsWith("RTP/AVP/TCP")) {
            Matcher channel = CHANNEL.matcher(transport);
            return new RtpLane.Interleaved(out, channel.find() ? Integer.parseInt(channel.group(1)) : forAudio ? 2 : 0);
        }
        Matcher port = CLIENT_PORT.matcher(transport);
        if (transport.contains("multicast") || !port.find()) return null;
        return RtpLane.Datagrams.open(
                connection.getLocalAddress(), connection.getInetAddress(), Integer.parseInt(port.group(1)));
    }

    private void play(Request request) throws IOException {
        if (video == null && audio == null) {
            reply(request, "455 Method Not Valid in This State", "", "");
            return;
        }
        reply(request, "200 OK", sessionHeader() + "Range: npt=now-\r\n" + rtpInfo(), "");
        if (outbox != null) return;
        sent = camera.memory().client();
        outbox = new Outbox(camera.path(), this::send, this::drop);
        camera.filming().join(outbox);
    }

    private String rtpInfo() {
        StringBuilder info = new StringBuilder();
        if (video != null)
            info.append("url=").append(camera.url()).append("/video;seq=").append(video.nextSequence());
        if (audio != null)
            info.append(info.isEmpty() ? "" : ",")
                    .append("url=")
                    .append(camera.url())
                    .append("/audio;seq=")
                    .append(audio.nextSequence());
        return "RTP-Info: " + info + "\r\n";
    }

    private void send(Unit unit) throws IOException {
        RtpTrack track = unit.video() ? video : audio;
        if (track == null) return;
        if (unit.video() && begin == Long.MIN_VALUE) begin = unit.micros();
        if (unit.micros() < begin) return; // what was heard before the first picture
        synchronized (out) {
            Instant wall = camera.clock().wall(unit.micros());
            if (video != null) video.report(unit.micros(), wall);
            if (audio != null) audio.report(unit.micros(), wall);
            List<byte[]> payloads = unit.video()
                    ? H264Payloads.payloads(unit.data(), PAYLOAD)
                    : List.of(camera.sound().payload(unit.data()));
            track.send(unit.micros(), payloads);
            out.flush();
        }
        long rtpTime = Integer.toUnsignedLong(track.rtpTime(unit.micros()));
        camera.memory()
                .note(
                        sent,
                        new SentUnit(
                                unit.video(), unit.key(), unit.micros(), rtpTime, Instant.now(), unit.data().length));
    }

    private String sessionHeader() {
        return "Session: " + session + "\r\n";
    }

    private void reply(Request request, String status, String headers, String body) throws IOException {
        synchronized (out) {
            out.write(Request.ascii("RTSP/1.0 " + status + "\r\nCSeq: "
                    + request.headers().getOrDefault("cseq", "0") + "\r\n" + headers
                    + (body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n") + "\r\n" + body));
            out.flush();
        }
    }

    private void drop() {
        try {
            connection.close();
        } catch (IOException e) {
            // It is gone, which was wanted.
        }
    }

    private void leave() {
        if (outbox != null) {
            camera.filming().leave(outbox);
            outbox.close();
            outbox = null;
        }
    }
}
