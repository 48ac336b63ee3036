package club.courtside.engine;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.engine.api.MediaInfo;
import club.courtside.support.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(400)
class MediaProcessesTest {

    @TempDir
    Path folder;

    private final Set<Long> others = new HashSet<>();

    @Test
    void who_is_killed_is_replaced_once() throws Exception {
        // Whoever opens it waits for somebody who writes.
        Path silent = folder.resolve("silent");
        assertThat(new ProcessBuilder("mkfifo", silent.toString()).start().waitFor())
                .isZero();
        ProcessHandle.current().children().forEach(child -> others.add(child.pid()));
        MediaProcesses processes = new MediaProcesses(folder.resolve("cache"), Duration.ofSeconds(90));
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> {
            try {
                return String.valueOf(processes.run(MediaInfo.class, "probe", silent.toString()));
            } catch (Exception refused) {
                return refused.getMessage();
            }
        });

        looking().destroyForcibly();
        ProcessHandle second = looking();
        assertThat(answer).isNotDone();
        second.destroyForcibly();

        assertThat(answer.get(60, TimeUnit.SECONDS)).isEqualTo("the file could not be read");
    }

    /** Somebody who was not there before. */
    private ProcessHandle looking() {
        ProcessHandle found = Await.value(
                        "somebody who looks",
                        () -> ProcessHandle.current()
                                .children()
                                .filter(child -> !others.contains(child.pid()))
                                .filter(MediaProcessesTest::isWhoWasAsked)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        others.add(found.pid());
        return found;
    }

    /** Java begins programs by another one, for a moment. */
    private static boolean isWhoWasAsked(ProcessHandle child) {
        return child.info().command().orElse("").endsWith("/java");
    }
}
