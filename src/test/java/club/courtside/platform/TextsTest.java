package club.courtside.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void every_text_exists_in_english_and_in_french() throws IOException {
        for (var bundle : new String[] {"messages", "validation"})
            assertThat(texts(bundle + "_fr").stringPropertyNames())
                    .containsExactlyInAnyOrderElementsOf(texts(bundle).stringPropertyNames());
    }

    /** Else a line may begin with them. */
    @Test
    void in_french_no_plain_space_stands_before_high_punctuation_nor_inside_of_quotes() throws IOException {
        for (var bundle : new String[] {"messages_fr", "validation_fr"})
            assertThat(texts(bundle))
                    .allSatisfy((key, text) ->
                            assertThat((String) text).as((String) key).doesNotContainPattern(" [:;!?»]|« "));
    }

    private static Properties texts(String name) throws IOException {
        var texts = new Properties();
        try (var in = TextsTest.class.getResourceAsStream("/club/courtside/" + name + ".properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
