package club.courtside.media.rtsp;

import club.courtside.media.CameraLost;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An answer of the camera, or a request of its own (RFC 2326, sections 6 and 7).
 *
 * @param start the first line
 * @param headers by their names in lower case
 */
record RtspMessage(String start, Map<String, List<String>> headers, String body) {

    private static final int LONGEST_LINE = 8192;
    private static final int MOST_HEADERS = 100;
    private static final String VERSION = "RTSP/";

    /** @param head the lines before the empty one */
    static RtspMessage parse(String head) throws CameraLost {
        String[] lines = head.split("\r?\n");
        Map<String, List<String>> headers = new HashMap<>();
        if (lines.length > MOST_HEADERS) throw unreadable();
        for (int i = 1; i < lines.length; i++) {
            if (lines[i].length() > LONGEST_LINE) throw unreadable();
            int colon = lines[i].indexOf(':');
            if (colon <= 0) continue;
            String name = lines[i].substring(0, colon).strip().toLowerCase(Locale.ROOT);
            headers.computeIfAbsent(name, none -> new ArrayList<>())
                    .add(lines[i].substring(colon + 1).strip());
        }
        return new RtspMessage(lines[0], headers, "");
    }

    static CameraLost unreadable() {
        return CameraLost.broken("its answer cannot be read");
    }

    RtspMessage with(byte[] bytes, int at, int length) {
        return new RtspMessage(start, headers, new String(bytes, at, length, StandardCharsets.ISO_8859_1));
    }

    boolean isAnswer() {
        return start.startsWith(VERSION);
    }

    /** Of an answer; 0 when it cannot be read. */
    int status() {
        String[] words = start.split(" ", 3);
        return words.length < 2 ? 0 : number(words[1], 0);
    }

    /** Of a request. */
    String method() {
        return start.split(" ", 2)[0];
    }

    /** The first of that name, empty when there is none. */
    String header(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    List<String> all(String name) {
        return headers.getOrDefault(name, List.of());
    }

    /** -1 when the camera leaves it out. */
    int sequence() {
        return number(header("cseq"), -1);
    }

    /** @return negative when there is no sense in it */
    int bodyLength() {
        String length = header("content-length");
        return length.isEmpty() ? 0 : number(length, -1);
    }

    static int number(String text, int otherwise) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
