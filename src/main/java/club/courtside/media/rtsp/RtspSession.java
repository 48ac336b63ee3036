package club.courtside.media.rtsp;

import club.courtside.media.CameraAddress;
import club.courtside.media.CameraLost;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is agreed with a camera (RFC 2326, section 10): what it sends, how, and for how long. */
final class RtspSession {

    private static final Pattern CHANNEL = Pattern.compile("interleaved=(\\d{1,3})");
    private static final Pattern TIMEOUT = Pattern.compile("timeout=(\\d{1,6})");
    private static final int USUAL_TIMEOUT = 60;

    private final RtspDialogue dialogue;
    private final CameraAddress address;
    private final String uri;
    private String base;
    private String whole;
    private String session = "";
    private int timeout = USUAL_TIMEOUT;
    private boolean knowsParameters;

    RtspSession(RtspDialogue dialogue, CameraAddress address) {
        this.dialogue = dialogue;
        this.address = address;
        this.uri = address.uri().toASCIIString();
    }

    SessionDescription describe() throws CameraLost, Strange {
        RtspMessage options = dialogue.ask("OPTIONS", uri, "");
        knowsParameters = options.header("public").toUpperCase(Locale.ROOT).contains("GET_PARAMETER");
        RtspMessage answer = dialogue.ask("DESCRIBE", uri, "Accept: application/sdp\r\n");
        if (answer.status() == 404) throw CameraLost.unknownStream(address);
        check(answer);
        base = base(answer);
        SessionDescription description = SessionDescription.parse(answer.body());
        whole = resolved(description.control());
        return description;
    }

    private String base(RtspMessage answer) {
        for (String name : new String[] {"content-base", "content-location"})
            if (isAbsolute(answer.header(name))) return answer.header(name);
        return uri;
    }

    private static boolean isAbsolute(String control) {
        return control.regionMatches(true, 0, "rtsp://", 0, 7);
    }

    /** As cameras mean it: behind the base, its query included, whatever RFC 3986 says. */
    private String resolved(String control) throws Strange {
        if (control.chars().anyMatch(c -> c <= ' ')) throw new Strange("its addresses have blanks");
        if (isAbsolute(control)) return control;
        if (control.isEmpty() || control.equals("*")) return base;
        return base + (base.endsWith("/") ? "" : "/") + control;
    }

    /**
     * @param channel that is proposed for its packets
     * @return the one that the camera wants
     */
    int setUp(MediaDescription media, int channel) throws CameraLost, Strange {
        RtspMessage answer = dialogue.ask(
                "SETUP",
                resolved(media.control()),
                "Transport: RTP/AVP/TCP;unicast;interleaved=" + channel + "-" + (channel + 1) + "\r\n" + session);
        check(answer);
        String transport = answer.header("transport");
        if (!transport.toUpperCase(Locale.ROOT).contains("/TCP")) throw new Strange("it does not send over TCP");
        if (session.isEmpty()) session(answer.header("session"));
        Matcher told = CHANNEL.matcher(transport);
        int agreed = told.find() ? Integer.parseInt(told.group(1)) : channel;
        if (agreed > 254) throw new Strange("it sends on channel " + agreed);
        return agreed;
    }

    private void session(String header) throws Strange {
        String id = header.split(";", 2)[0].strip();
        if (id.chars().anyMatch(c -> c <= ' ')) throw new Strange("its session has blanks");
        if (!id.isEmpty()) session = "Session: " + id + "\r\n";
        Matcher told = TIMEOUT.matcher(header);
        if (told.find()) timeout = Math.max(2, Integer.parseInt(told.group(1)));
    }

    void play() throws CameraLost, Strange {
        check(dialogue.ask("PLAY", whole, session + "Range: npt=0.000-\r\n"));
    }

    /** How often {@link #keepAlive()} is due. */
    Duration keepAliveInterval() {
        return Duration.ofSeconds(timeout).dividedBy(2);
    }

    void keepAlive() throws CameraLost {
        dialogue.send(knowsParameters ? "GET_PARAMETER" : "OPTIONS", whole, session);
    }

    void leave() throws CameraLost {
        dialogue.send("TEARDOWN", whole, session);
    }

    private static void check(RtspMessage answer) throws CameraLost, Strange {
        int status = answer.status();
        if (status / 100 == 2) return;
        if (status == 403) throw CameraLost.unauthorized();
        if (status == 500 || status == 503) throw CameraLost.ownError();
        throw new Strange("it answers " + answer.start());
    }
}
