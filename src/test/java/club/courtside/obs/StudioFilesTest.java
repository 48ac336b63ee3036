package club.courtside.obs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudioFilesTest {

    private static final UUID ID = UUID.fromString("1a2b3c4d-0000-4000-8000-000000000000");

    @Test
    void a_file_is_named_after_the_session() {
        assertThat(StudioOrder.fileName("Finale été, 18h/20h %CCYY ../x", ID))
                .isEqualTo("Finale_été_18h_20h_CCYY_.._x_1a2b3c4d");
        assertThat(StudioOrder.fileName("x".repeat(200), ID)).hasSize(60 + 9);
        assertThat(StudioOrder.fileName("  ", ID)).isEqualTo("_1a2b3c4d");
    }

    @Test
    void on_this_machine_the_path_is_what_obs_says() {
        assertThat(StudioFiles.here("/videos/match.mkv", "/videos", null)).contains(Path.of("/videos/match.mkv"));
        assertThat(StudioFiles.here(null, "/videos", null)).isEmpty();
    }

    @Test
    void on_another_machine_it_is_looked_for_where_its_folder_is_mounted() {
        assertThat(StudioFiles.here("D:\\Videos\\match.mkv", "D:\\Videos", "/mnt/obs"))
                .contains(Path.of("/mnt/obs/match.mkv"));
        assertThat(StudioFiles.here("D:/Videos/today/match.mkv", "D:\\Videos", "/mnt/obs"))
                .contains(Path.of("/mnt/obs/today/match.mkv"));
        assertThat(StudioFiles.here("E:\\Elsewhere\\match.mkv", "D:\\Videos", "/mnt/obs"))
                .contains(Path.of("/mnt/obs/match.mkv"));
    }

    @Test
    void a_file_is_found_by_its_name_alone(@TempDir Path folder) throws Exception {
        Path match = Files.writeString(folder.resolve("Final_1a2b3c4d.mkv"), "match");
        Files.writeString(folder.resolve("Other_99999999.mkv"), "other");
        assertThat(StudioFiles.named(folder, "Final_1a2b3c4d")).contains(match);
        assertThat(StudioFiles.named(folder, "Nothing")).isEmpty();
        assertThat(StudioFiles.named(folder.resolve("gone"), "Final")).isEmpty();
        assertThat(StudioFiles.size(match)).isEqualTo(5);
        assertThat(StudioFiles.size(folder.resolve("gone.mkv"))).isEqualTo(-1);
    }
}
