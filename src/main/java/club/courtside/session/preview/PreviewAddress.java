package club.courtside.session.preview;

import club.courtside.platform.ProblemException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which preview an address means.
 *
 * @param ofCourt whether {@code id} is a court's (or its short name); else a session's
 * @param camera which angle, {@code ?camera=}; null for the main one
 * @param what {@code stream.mjpeg}, {@code snapshot.jpg} …
 */
record PreviewAddress(boolean ofCourt, String id, String camera, String what) {

    private static final Pattern PATH = Pattern.compile("/(court/)?([^/]+)/([^/]+)");

    /** @throws ProblemException 404 */
    static PreviewAddress of(String path, String camera) {
        Matcher parts = PATH.matcher(path == null ? "" : path);
        if (!parts.matches()) throw ProblemException.notFound("there is nothing at this address");
        return new PreviewAddress(parts.group(1) != null, parts.group(2), camera, parts.group(3));
    }
}
