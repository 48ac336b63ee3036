package club.courtside.library;

import club.courtside.platform.Problem;
import club.courtside.platform.web.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Sends a file or the asked part of it (RFC 9110: ranges, validators, HEAD). A growing file is sent as long as it is at
 * this moment, and without validators: every answer may be longer than the last one.
 */
public final class FileAnswer {

    /** Null when the file is here. */
    private final URI elsewhere;

    private final Path file;
    private final String mediaType;
    private final boolean growing;
    private final Chapters chapters;

    public FileAnswer(Path file, String mediaType, boolean growing) {
        this(file, mediaType, growing, null);
    }

    /** @param chapters what the sent copy has besides; null for the file as it is */
    FileAnswer(Path file, String mediaType, boolean growing, Chapters chapters) {
        this(null, file, mediaType, growing, chapters);
    }

    private FileAnswer(URI elsewhere, Path file, String mediaType, boolean growing, Chapters chapters) {
        this.elsewhere = elsewhere;
        this.file = file;
        this.mediaType = mediaType;
        this.growing = growing;
        this.chapters = chapters;
    }

    /** What is asked for lies there; whoever has the address may have it for a while. */
    static FileAnswer elsewhere(URI address) {
        return new FileAnswer(address, null, null, false, null);
    }

    public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (elsewhere != null) {
            response.setHeader("Cache-Control", "no-store");
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", elsewhere.toString());
            return;
        }
        try (FileChannel channel = FileChannel.open(file)) {
            Patchwork content = chapters == null ? new Patchwork(channel).upTo(channel.size()) : chapters.in(channel);
            long total = content.size();
            Instant changed = Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.SECONDS);
            String tag = "\"" + Long.toHexString(changed.toEpochMilli()) + "-" + Long.toHexString(total)
                    + content.fingerprint() + "\"";
            response.setHeader("Accept-Ranges", "bytes");
            response.setHeader("Cache-Control", growing ? "no-store" : "private, no-cache");
            if (!growing) {
                response.setHeader("ETag", tag);
                response.setDateHeader("Last-Modified", changed.toEpochMilli());
                if (isKnown(request, tag, changed)) {
                    response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                    return;
                }
            }
            ByteRange range = isSameAsBefore(request, tag, changed)
                    ? ByteRange.of(request.getHeader("Range"), total)
                    : ByteRange.whole(total);
            send(content, range, request, response);
        } catch (NoSuchFileException missing) {
            ProblemWriter.write(response, Problem.of(404, "the file of this video is missing"));
        }
    }

    private void send(Patchwork content, ByteRange range, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        range.contentRange().ifPresent(value -> response.setHeader("Content-Range", value));
        if (range.status() == HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE) {
            ProblemWriter.write(response, Problem.of(416, "the file has " + range.total() + " bytes"));
            return;
        }
        response.setStatus(range.status());
        response.setContentType(mediaType);
        response.setContentLengthLong(range.length());
        if (request.getMethod().equals("HEAD")) return;
        content.copy(range.first(), range.length(), Channels.newChannel(response.getOutputStream()));
    }

    private static boolean isKnown(HttpServletRequest request, String tag, Instant changed) {
        String known = request.getHeader("If-None-Match");
        if (known != null) return known.contains(tag) || known.strip().equals("*");
        long since = date(request, "If-Modified-Since");
        return since >= 0 && changed.toEpochMilli() <= since;
    }

    /** A part is only right when the client's other parts are of the same file ({@code If-Range}). */
    private boolean isSameAsBefore(HttpServletRequest request, String tag, Instant changed) {
        String before = request.getHeader("If-Range");
        if (before == null || growing) return true;
        if (before.startsWith("\"") || before.startsWith("W/")) return before.equals(tag);
        return date(request, "If-Range") == changed.toEpochMilli();
    }

    private static long date(HttpServletRequest request, String header) {
        try {
            return request.getDateHeader(header);
        } catch (IllegalArgumentException noDate) {
            return -1;
        }
    }
}
