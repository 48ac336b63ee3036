package club.courtside.demo;

import java.io.IOException;
import java.net.Socket;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** A camera that speaks RTSP (RFC 2326): H.264 with AAC, G.711 A-law or no sound. */
public final class RtspCamera extends DemoCamera {

    private final H264Film film;

    public RtspCamera(CameraSettings settings, SoundCodec sound) {
        this(settings, new H264Film(settings.court(), sound));
    }

    private RtspCamera(CameraSettings settings, H264Film film) {
        super(settings, film);
        this.film = film;
    }

    private RtspCamera(CameraSettings settings, H264Film film, CameraClock clock) {
        super(settings, film, clock);
        this.film = film;
    }

    /** A cheaper camera without microphone on the same court: it sees the same match at the same time. */
    RtspCamera beside(CameraSettings settings) {
        return new RtspCamera(settings, film.fromElsewhere(settings.court()), clock());
    }

    @Override
    public String url() {
        return "rtsp://127.0.0.1:" + port() + path();
    }

    String path() {
        return "/" + settings().court().path();
    }

    @Override
    void hold(Socket connection) throws IOException {
        new RtspConversation(this, connection).hold();
    }

    CameraSound sound() {
        return film.sound();
    }

    /** Session description (RFC 4566) with the H.264 parameters of RFC 6184, section 8. */
    String description() {
        List<byte[]> sets = H264Payloads.units(film.parameterSets());
        byte[] sps = sets.get(0);
        StringBuilder sets64 = new StringBuilder();
        for (byte[] set : sets) {
            if ((set[0] & 0x1F) != 7 && (set[0] & 0x1F) != 8) continue;
            sets64.append(sets64.isEmpty() ? "" : ",")
                    .append(Base64.getEncoder().encodeToString(set));
        }
        return "v=0\r\no=- " + clock().origin().getEpochSecond() + " 1 IN IP4 127.0.0.1\r\ns=Courtside demo\r\n"
                + "c=IN IP4 0.0.0.0\r\nt=0 0\r\na=control:*\r\na=range:npt=now-\r\n"
                + "m=video 0 RTP/AVP 96\r\na=rtpmap:96 H264/90000\r\na=framerate:" + film.framesPerSecond() + "\r\n"
                + "a=fmtp:96 packetization-mode=1;profile-level-id="
                + HexFormat.of().formatHex(sps, 1, 4)
                + ";sprop-parameter-sets=" + sets64 + "\r\na=control:video\r\n"
                + (sound() == null ? "" : sound().description() + "a=control:audio\r\n");
    }
}
