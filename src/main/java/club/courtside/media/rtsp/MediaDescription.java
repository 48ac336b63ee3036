package club.courtside.media.rtsp;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** One medium of a session description (RFC 4566, 5.14), with what its payload formats say. */
final class MediaDescription {

    private final String kind;
    private final String protocol;
    private final int payloadType;
    private final Map<String, String> parameters = new HashMap<>();
    private String control = "";
    private String encoding = "";
    private int clockRate;
    private int channels = 1;

    /** @param line what stands behind {@code m=}; the first of several formats is the one that is sent */
    MediaDescription(String line) {
        String[] words = line.strip().split("\\s+");
        kind = words[0].toLowerCase(Locale.ROOT);
        protocol = words.length > 2 ? words[2].toUpperCase(Locale.ROOT) : "";
        payloadType = words.length > 3 ? RtspMessage.number(words[3], -1) : -1;
        if (payloadType == 0) encoded("PCMU/8000");
        if (payloadType == 8) encoded("PCMA/8000");
    }

    /** @param line what stands behind {@code a=} */
    void attribute(String line) {
        int colon = line.indexOf(':');
        if (colon < 0) return;
        String value = line.substring(colon + 1).strip();
        switch (line.substring(0, colon).toLowerCase(Locale.ROOT)) {
            case "control" -> control = value;
            case "rtpmap" -> {
                if (isOurs(value)) encoded(afterType(value));
            }
            case "fmtp" -> {
                if (isOurs(value)) format(afterType(value));
            }
            default -> {}
        }
    }

    private boolean isOurs(String value) {
        return RtspMessage.number(value.split("\\s", 2)[0], -2) == payloadType;
    }

    private static String afterType(String value) {
        String[] words = value.split("\\s+", 2);
        return words.length > 1 ? words[1] : "";
    }

    private void encoded(String format) {
        String[] parts = format.split("/");
        encoding = parts[0].strip().toUpperCase(Locale.ROOT);
        clockRate = parts.length > 1 ? RtspMessage.number(parts[1], 0) : 0;
        channels = parts.length > 2 ? RtspMessage.number(parts[2], 0) : 1;
    }

    private void format(String list) {
        for (String parameter : list.split(";")) {
            int equals = parameter.indexOf('=');
            if (equals > 0)
                parameters.putIfAbsent(
                        parameter.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                        parameter.substring(equals + 1).strip());
        }
    }

    boolean isVideo() {
        return kind.equals("video");
    }

    boolean isAudio() {
        return kind.equals("audio");
    }

    /** Plain RTP, neither encrypted nor with feedback. */
    boolean isPlain() {
        return protocol.equals("RTP/AVP") || protocol.equals("RTP/AVP/TCP");
    }

    int payloadType() {
        return payloadType;
    }

    /** In upper case; empty when it is not told. */
    String encoding() {
        return encoding;
    }

    /** Hz; 0 when there is no sense in it. */
    int clockRate() {
        return clockRate;
    }

    /** 0 when there is no sense in it. */
    int channels() {
        return channels;
    }

    /** Of {@code fmtp}; empty when it is not told. */
    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    String control() {
        return control;
    }
}
