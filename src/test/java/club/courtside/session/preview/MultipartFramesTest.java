package club.courtside.session.preview;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartFramesTest {

    private static final String STREAM = part("first") + part("") + part("third\r\n--frame\r\n\r\n");

    private final MultipartFrames frames = new MultipartFrames();

    private static String part(String picture) {
        return "--frame\r\nContent-Type: image/jpeg\r\nContent-Length: " + picture.length() + "\r\n\r\n" + picture
                + "\r\n";
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 50, 1000})
    void pictures_are_found_whatever_pieces_they_come_in(int pieceSize) {
        List<String> found = new ArrayList<>();
        for (int at = 0; at < STREAM.length(); at += pieceSize) {
            String piece = STREAM.substring(at, Math.min(STREAM.length(), at + pieceSize));
            for (ByteBuffer picture : frames.messages(List.of(ByteBuffer.wrap(piece.getBytes(ISO_8859_1)))))
                found.add(ISO_8859_1.decode(picture).toString());
        }
        assertThat(found).contains("first", "third\r\n--frame\r\n\r\n");
    }

    @Test
    void a_stream_without_heads_is_refused() {
        assertThatIllegalStateException().isThrownBy(() -> frames.messages(List.of(ByteBuffer.wrap(new byte[10_000]))));
    }
}
