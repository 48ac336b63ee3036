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

    private static Properties texts(String name) throws IOException {
        var texts = new Properties();
        try (var in = TextsTest.class.getResourceAsStream("/club/courtside/" + name + ".properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
