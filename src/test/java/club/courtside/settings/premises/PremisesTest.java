package club.courtside.settings.premises;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PremisesTest {

    @TempDir
    Path data;

    @Test
    void a_fresh_folder_is_in_order_and_has_no_models() {
        assertThat(Premises.at(data, data.resolve("models")))
                .allMatch(Premise::isInOrder)
                .extracting(Premise::name)
                .containsExactly("java", "folder", "models");
        assertThat(models().detail()).startsWith("no descriptions, no subtitles");
        assertThat(models().figures()).containsExactly(0, 0);
    }

    @Test
    void models_count_when_all_of_their_files_are_there() throws IOException {
        Path models = Files.createDirectories(data.resolve("models"));
        for (String file : List.of("ggml-small.bin", "ggml-base.bin", "ggml-huge.bin", "vision_model.onnx"))
            Files.createFile(models.resolve(file));
        assertThat(models().detail()).startsWith("no descriptions, subtitles base small");

        for (String file : List.of("text_decoder.onnx", "vocab.txt", "config.json"))
            Files.createFile(models.resolve(file));
        assertThat(models().detail()).startsWith("descriptions, subtitles base small");
        assertThat(models().figures()).containsExactly(1, 2);
    }

    private Premise models() {
        return Premises.at(data, data.resolve("models")).get(2);
    }
}
