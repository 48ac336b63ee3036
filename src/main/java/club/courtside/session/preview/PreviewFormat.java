package club.courtside.session.preview;

import club.courtside.platform.ProblemException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * How somebody wants the pictures of a preview.
 *
 * @param fps pictures a second, 1 to 30; or {@code full}: an MJPEG camera's own pictures, all of them
 * @param width greatest width in pixels, 64 to 3840
 * @param quality JPEG quality, 1 to 100
 */
record PreviewFormat(String fps, int width, int quality) {

    /**
     * What the query of an address asks for; what it leaves out is as in {@code usual}.
     *
     * @throws ProblemException 400 naming the parameter
     */
    static PreviewFormat of(UnaryOperator<String> query, PreviewFormat usual) {
        String fps = query.apply("fps");
        if (fps == null) fps = usual.fps;
        else if (!fps.equals("full")) fps = String.valueOf(number("fps", fps, 1, 30, 5));
        return new PreviewFormat(
                fps,
                number("width", query.apply("width"), 64, 3840, usual.width),
                number("quality", query.apply("quality"), 1, 100, usual.quality));
    }

    private static int number(String field, String text, int least, int most, int usual) {
        if (text == null || text.isBlank()) return usual;
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= least && number <= most) return number;
        } catch (NumberFormatException noNumber) {
            // falls through to the refusal
        }
        throw ProblemException.badRequest(field, field + " is a whole number from " + least + " to " + most);
    }

    Map<String, String> asQuery() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("fps", fps);
        query.put("width", String.valueOf(width));
        query.put("quality", String.valueOf(quality));
        return query;
    }
}
