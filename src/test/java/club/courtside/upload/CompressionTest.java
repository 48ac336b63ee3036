package club.courtside.upload;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.engine.api.Reason;
import club.courtside.engine.api.TaskState;
import club.courtside.engine.api.TaskStatus;
import club.courtside.engine.api.TranscodeSpec;
import club.courtside.support.FakeEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the line is poor a smaller copy goes, and only where one can be made. */
class CompressionTest {

    @TempDir
    Path folder;

    private TestUploads uploads;

    @BeforeEach
    void open() {
        uploads = new TestUploads(folder);
    }

    @AfterEach
    void close() {
        uploads.close();
    }

    @Test
    void where_the_line_is_poor_a_smaller_copy_goes_and_is_not_kept() throws Exception {
        uploads.environment.put("VULTR_COMPRESS", "true");
        uploads.connect();
        UUID video = uploads.video();
        UploadView upload = uploads.send(video);

        assertThat(uploads.perform(upload))
                .contains(uploads.club.clock.instant().plusSeconds(2));
        assertThat(uploads.farm.asked()).isZero();
        var order =
                (TranscodeSpec) uploads.club.engine.tasks.values().iterator().next();
        assertThat(order.file()).isEqualTo(uploads.file(video).toString());
        Path copy = Path.of(order.to());
        Files.writeString(copy, FakeEngine.MATCH + ", in less room");
        String sent = TestUploads.sha256(copy);
        uploads.perform(upload);

        assertThat(uploads.farm.received()).singleElement().satisfies(received -> assertThat(received.sha256())
                .isEqualTo(sent));
        assertThat(copy).exists();
        assertThat(uploads.toItsEnd(upload).status()).isEqualTo(UploadState.DONE);
        assertThat(copy).doesNotExist();
        assertThat(uploads.file(video)).hasSize(TestUploads.BYTES);
        assertThat(uploads.club.engine.tasks).isEmpty();
    }

    @Test
    void where_no_smaller_copy_can_be_made_the_file_goes() throws Exception {
        uploads.environment.put("VULTR_COMPRESS", "true");
        uploads.connect();
        UUID video = uploads.video();
        UploadView upload = uploads.send(video);
        uploads.perform(upload);
        String task = uploads.club.engine.tasks.keySet().iterator().next();
        uploads.club.engine.taskStatuses.put(
                task, new TaskStatus(task, TaskState.FAILED, 0, new Reason("crashed", "it crashed"), null));

        assertThat(uploads.toItsEnd(upload).status()).isEqualTo(UploadState.DONE);

        uploads.arrivedOnce(video);
    }
}
