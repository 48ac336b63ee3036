package club.courtside.demo;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A request of RTSP (RFC 2326) or HTTP: first line, headers; a body is read and forgotten. */
record Request(String method, String target, Map<String, String> headers) {

    private static final int LONGEST = 16_384;

    /** @return null when the client left in good order */
    static Request read(InputStream in) throws IOException {
        int first = in.read();
        while (first == '$' || first == '\r' || first == '\n') {
            if (first == '$') skipInterleaved(in);
            first = in.read();
        }
        if (first < 0) return null;
        StringBuilder text = new StringBuilder().append((char) first);
        while (text.indexOf("\r\n\r\n", Math.max(0, text.length() - 4)) < 0) {
            int next = in.read();
            if (next < 0) throw new EOFException("the client left in the middle of a request");
            if (text.append((char) next).length() > LONGEST) throw new IOException("an endless request");
        }
        Request request = parse(text.toString().split("\r\n"));
        int body = Integer.parseInt(request.headers().getOrDefault("content-length", "0"));
        in.skipNBytes(body);
        return request;
    }

    /** What a player reports about its reception (RTCP) is not needed. */
    private static void skipInterleaved(InputStream in) throws IOException {
        in.read();
        int length = in.read() << 8 | in.read();
        if (length < 0) throw new EOFException("the client left");
        in.skipNBytes(length);
    }

    private static Request parse(String[] lines) throws IOException {
        String[] first = lines[0].split(" ");
        if (first.length < 2) throw new IOException("not a request");
        Map<String, String> headers = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0)
                headers.put(
                        lines[i].substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        lines[i].substring(colon + 1).strip());
        }
        return new Request(first[0], first[1], headers);
    }

    String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /** The path alone, without scheme, host and query. */
    String path() {
        String path = target.replaceFirst("^[a-z]+://[^/]*", "").replaceFirst("\\?.*", "");
        return path.isEmpty() ? "/" : path;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
