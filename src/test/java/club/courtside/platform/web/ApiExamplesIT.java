package club.courtside.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.support.RunningCourtside;
import club.courtside.support.Shared;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Who copies from docs/api.md gets what stands there. */
@ExtendWith(Shared.class)
class ApiExamplesIT {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");

    @TempDir
    Path folder;

    @Test
    void the_examples_with_curl_work_from_top_to_bottom(RunningCourtside courtside) throws Exception {
        String examples = BLOCK.matcher(Files.readString(Path.of("docs/api.md")))
                .results()
                .map(MatchResult::group)
                .map(block -> block.replaceAll("(?m)^```(sh)?$", ""))
                .collect(Collectors.joining("\n"));
        Path script = Files.writeString(folder.resolve("examples.sh"), "set -euxo pipefail\n" + examples);
        Path said = folder.resolve("said");
        ProcessBuilder bash = new ProcessBuilder("bash", script.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        bash.environment().put("URL", courtside.address());
        bash.environment().put("PASSWORD", RunningCourtside.PASSWORD);
        bash.environment().put("KEY", RunningCourtside.PROCESSING_KEY);
        Process process = bash.start();
        try {
            assertThat(process.waitFor(10, TimeUnit.MINUTES))
                    .as(Files.readString(said))
                    .isTrue();
        } finally {
            process.destroyForcibly();
            courtside.api().as("admin").delete("/api/clubs/processing?confirm=processing");
        }

        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
    }
}
