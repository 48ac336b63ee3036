package club.courtside.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(400)
class DemoCamerasTest {

    @TempDir
    Path data;

    @Test
    void the_run_file_says_where_the_cameras_are() throws Exception {
        try (var demo = new DemoCameras(data)) {
            demo.start();
            String json = Files.readString(data.resolve("run").resolve("demo.json"));
            assertThat(json).contains("\"pid\": " + ProcessHandle.current().pid());
            assertThat(json)
                    .contains("\"court\": \"Terrain 1\"", "\"slug\": \"terrain-2\"", "\"name\": \"Panoramique\"");
            assertThat(json).contains("\"angle\": \"Fond de court\"", "\"angle\": \"Vue du haut\"");
            assertThat(demo.urls()).hasSize(4).doesNotHaveDuplicates().allSatisfy(url -> assertThat(json)
                    .contains(url));
        }
    }

    @Test
    void the_next_run_takes_the_same_addresses_unless_they_are_taken() throws Exception {
        List<String> before;
        try (var demo = new DemoCameras(data)) {
            demo.start();
            before = demo.urls();
            try (var beside = new DemoCameras(data)) {
                beside.start();
                assertThat(beside.urls()).doesNotContainAnyElementsOf(before);
                before = beside.urls();
            }
        }
        try (var again = new DemoCameras(data)) {
            again.start();
            assertThat(again.urls()).isEqualTo(before);
        }
    }

    @Test
    void a_damaged_run_file_is_no_obstacle() throws Exception {
        Path file = Files.createDirectories(data.resolve("run")).resolve("demo.json");
        Files.writeString(file, "{\"cameras\": [{\"url\": \"rtsp://127.0.0.1:99999/terrain-1\"");
        try (var demo = new DemoCameras(data)) {
            demo.start();
            assertThat(demo.urls()).hasSize(4);
        }
    }

    @Test
    void the_process_says_when_it_is_ready_and_ends_with_its_input() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dcourtside.data=" + data,
                        "-Dorg.bytedeco.javacpp.cachedir="
                                + Path.of(System.getProperty("user.home"), ".javacpp", "cache"),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DemoCameras.class.getName())
                .redirectErrorStream(true)
                .start();
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine()).startsWith("Demo cameras are ready: rtsp://127.0.0.1:");
            process.getOutputStream().close();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }
}
