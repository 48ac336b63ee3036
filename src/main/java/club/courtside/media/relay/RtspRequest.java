package club.courtside.media.relay;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One request (RFC 2326, 6).
 *
 * @param headers by lower-case name
 * @param fault why nothing after it can be understood, null usually
 */
record RtspRequest(String method, String target, String version, Map<String, String> headers, RtspProblem fault) {

    /** @param head request line and headers, without the empty line */
    static RtspRequest parse(String head) {
        String[] lines = head.split("\r?\n");
        String[] first = lines[0].split(" ");
        if (first.length != 3) return broken(RtspStatus.BAD_REQUEST, "this is no RTSP request");
        Map<String, String> headers = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon <= 0) return broken(RtspStatus.BAD_REQUEST, "a header without a colon");
            String name = lines[i].substring(0, colon).strip().toLowerCase(Locale.ROOT);
            headers.put(name, lines[i].substring(colon + 1).strip());
        }
        return new RtspRequest(first[0], first[1], first[2], headers, null);
    }

    static RtspRequest broken(RtspStatus status, String why) {
        return new RtspRequest("", "", "", Map.of(), new RtspProblem(status, why));
    }

    String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /** Null when it has none that is a number. */
    String sequence() {
        String sequence = header("CSeq");
        return sequence != null && sequence.matches("\\d{1,10}") ? sequence : null;
    }

    /** The session's id, without its parameters; null when it names none. */
    String session() {
        String session = header("Session");
        return session == null ? null : session.split(";", 2)[0].strip();
    }

    /** Without what may be secret. */
    @Override
    public String toString() {
        return method;
    }
}
