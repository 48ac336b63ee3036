package club.courtside.library.arrival;

import club.courtside.session.RecordingName;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * What a file was called on somebody's computer. It is shown, and becomes the title of the video; it is never part of a
 * path. Whatever cannot stand in a name is left out of it: a strange name is no reason to refuse a film.
 */
public record ArrivalName(String text) {

    private static final String UNNAMED = "video";

    public ArrivalName {
        String given = text == null ? "" : text;
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        StringBuilder clean = new StringBuilder();
        last.codePoints()
                .filter(Character::isDefined)
                .filter(c -> !isInvisible(c))
                .limit(2L * RecordingName.LONGEST)
                .forEach(clean::appendCodePoint);
        String whole = clean.toString().replace("..", ".").strip();
        text = whole.isEmpty() || whole.equals(".") ? UNNAMED : shortened(whole);
    }

    /** As it stands in the header of a form's part: browsers write UTF-8 there, the server reads ISO 8859-1. */
    public static ArrivalName ofHeader(String read) {
        try {
            byte[] sent = StandardCharsets.ISO_8859_1
                    .newEncoder()
                    .encode(CharBuffer.wrap(read))
                    .array();
            return new ArrivalName(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(sent, 0, read.length()))
                    .toString());
        } catch (CharacterCodingException other) {
            return new ArrivalName(read);
        }
    }

    /** Control characters, halves of letters, and what turns the direction of writing. */
    private static boolean isInvisible(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.SURROGATE
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    /** The end goes first, but not in the middle of a letter. */
    private static String shortened(String name) {
        if (name.length() <= RecordingName.LONGEST) return name;
        int end = RecordingName.LONGEST;
        if (Character.isHighSurrogate(name.charAt(end - 1))) end--;
        return name.substring(0, end).strip();
    }

    /** Without the ending that says what kind of file it is. */
    String title() {
        String title = text.replaceFirst("\\.[A-Za-z0-9]{1,5}$", "").strip();
        return title.isEmpty() ? text : title;
    }
}
