package club.courtside.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {

    @TempDir
    Path folder;

    @Test
    void a_key_is_made_once_and_kept() {
        byte[] first = SecretFile.key(folder.resolve("jwt.key"), 32);

        assertThat(first).hasSize(32);
        assertThat(SecretFile.key(folder.resolve("jwt.key"), 32)).isEqualTo(first);
        assertThat(folder).isDirectoryContaining("glob:**jwt.key");
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void a_damaged_key_is_not_used() throws IOException {
        Files.write(folder.resolve("jwt.key"), new byte[3]);

        assertThatThrownBy(() -> SecretFile.key(folder.resolve("jwt.key"), 32)).hasMessageContaining("damaged");
    }
}
