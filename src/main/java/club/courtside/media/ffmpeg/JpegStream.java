package club.courtside.media.ffmpeg;

import club.courtside.media.CameraLost;
import club.courtside.media.CameraLost.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pictures of a {@code multipart/x-mixed-replace} answer. Each is handed out as soon as its last byte is there: by the
 * part's {@code Content-Length} when it has one, else by walking through the JPEG's segments (ITU-T T.81, annex B) to its
 * end, so that a slow camera's picture does not wait for the next one.
 */
final class JpegStream {

    private static final int MAX_PICTURE = 16 << 20;
    private static final int MAX_HEADER = 64 << 10;
    private static final Pattern LENGTH = Pattern.compile("content-length:\\s*(\\d{1,9})", Pattern.CASE_INSENSITIVE);

    private final ByteSource bytes;
    private byte[] buffer = new byte[256 << 10];
    private int from;
    private int to;

    JpegStream(ByteSource bytes) {
        this.bytes = bytes;
    }

    byte[] next() throws CameraLost {
        int start = findStart();
        int announced = announced(start);
        from = start;
        int end = announced > 0 ? announced : JpegPicture.UNFINISHED;
        JpegPicture picture = new JpegPicture();
        while (announced > 0 ? to - from < announced : (end = picture.end(buffer, from, to)) < 0) {
            if (to - from > MAX_PICTURE) throw new CameraLost(Reason.NO_VIDEO, "The camera's pictures have no end.");
            more();
        }
        byte[] jpeg = Arrays.copyOfRange(buffer, from, from + end);
        from += end;
        return jpeg;
    }

    private int findStart() throws CameraLost {
        int at = from;
        while (true) {
            for (; at + 2 < to; at++)
                if (buffer[at] == (byte) 0xFF && buffer[at + 1] == (byte) 0xD8 && buffer[at + 2] == (byte) 0xFF)
                    return at;
            if (to - from > MAX_HEADER) throw new CameraLost(Reason.NO_VIDEO, "The camera sends no JPEG pictures.");
            int done = at - from;
            more();
            at = from + done;
        }
    }

    private int announced(int start) {
        Matcher length = LENGTH.matcher(new String(buffer, from, start - from, StandardCharsets.ISO_8859_1));
        int found = 0;
        while (length.find()) found = Integer.parseInt(length.group(1));
        return found > MAX_PICTURE ? 0 : found;
    }

    private void more() throws CameraLost {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
            to -= from;
            from = 0;
        }
        if (to == buffer.length) buffer = Arrays.copyOf(buffer, buffer.length * 2);
        to += bytes.read(buffer, to);
    }
}
