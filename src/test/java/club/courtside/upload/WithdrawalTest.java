package club.courtside.upload;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.court.SubtitleModel;
import club.courtside.library.Video;
import club.courtside.platform.queue.Priority;
import club.courtside.support.HttpStub;
import club.courtside.support.HttpStub.Said;
import club.courtside.upload.target.Delivery;
import club.courtside.upload.target.TargetKind;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing of a deleted video stays at its targets, whole or half sent. */
class WithdrawalTest {

    private static final String BEGUN =
            "<InitiateMultipartUploadResult><UploadId>half</UploadId></InitiateMultipartUploadResult>";

    @TempDir
    Path folder;

    private final HttpStub bucket = new HttpStub(this::answer);
    private volatile boolean isAway;
    private TestUploads uploads;

    /** Begins what is sent and takes no part of it. */
    private Said answer(HttpExchange asked) throws IOException {
        asked.getRequestBody().readAllBytes();
        return switch (asked.getRequestMethod()) {
            case "HEAD" -> Said.of(404);
            case "POST" -> Said.of(200, BEGUN);
            case "DELETE" -> Said.of(isAway ? 503 : 204);
            case "GET" -> Said.of(200, "<ListMultipartUploadsResult/>");
            default -> Said.of(503);
        };
    }

    @BeforeEach
    void open() {
        uploads = new TestUploads(folder);
        uploads.environment.putAll(Map.of(
                "S3_ENDPOINT", bucket.address().toString(),
                "S3_BUCKET", "club",
                "S3_ACCESS_KEY", "courtside",
                "S3_SECRET_KEY", "secret"));
        uploads.connect();
    }

    @AfterEach
    void close() {
        uploads.close();
        bucket.close();
    }

    private UploadView halfSent(UUID video) {
        UploadView upload = uploads.club.in(() -> uploads.desk.send(
                uploads.club.admin, video, TargetKind.BUCKET, SubtitleModel.SMALL, Priority.NORMAL, false));
        assertThat(uploads.perform(upload)).isPresent();
        assertThat(uploads.now(upload).status()).isEqualTo(UploadState.WAITING);
        return upload;
    }

    private void sentAs(UUID video, String name) {
        uploads.club.database.inTransaction(() -> {
            Upload upload = new Upload(
                    uploads.videos.find(video).orElseThrow(),
                    new UploadOrder(TargetKind.BUCKET, null, Priority.NORMAL, false, false),
                    uploads.club.clock.instant());
            upload.delivered(new Delivery(name, false));
            upload.work().done(uploads.club.clock.instant());
            uploads.rows.add(upload);
        });
    }

    private Video deleted(UUID id) {
        return uploads.club.in(() -> {
            Video video = uploads.videos.find(id).orElseThrow();
            uploads.club
                    .database
                    .entities()
                    .createQuery("update Video v set v.deletedAt = :now where v.id = :id")
                    .setParameter("now", uploads.club.clock.instant())
                    .setParameter("id", id)
                    .executeUpdate();
            uploads.club.database.entities().clear();
            return video;
        });
    }

    private boolean delete(Video video) {
        return uploads.club.in(() -> uploads.copies.delete(video));
    }

    private List<String> taken() {
        return bucket.asked().stream()
                .filter(asked -> asked.startsWith("DELETE"))
                .toList();
    }

    @Test
    void a_video_is_deleted_under_all_names_that_it_was_sent_by() {
        UUID id = uploads.video();
        sentAs(id, "before.mp4");
        sentAs(id, "after.mp4");

        assertThat(delete(deleted(id))).isTrue();

        assertThat(taken()).containsExactlyInAnyOrder("DELETE /club/before.mp4", "DELETE /club/after.mp4");
    }

    @Test
    void what_is_half_sent_is_taken_back_before_the_video_is_gone() {
        UUID id = uploads.video();
        UploadView upload = halfSent(id);
        Video video = deleted(id);

        assertThat(delete(video)).isFalse();
        assertThat(taken()).isEmpty();

        assertThat(uploads.perform(upload)).isEmpty();
        assertThat(taken()).singleElement().asString().endsWith("?uploadId=half");
        assertThat(delete(video)).isTrue();
    }

    @Test
    void while_a_target_is_away_what_is_half_sent_waits_there() {
        UUID id = uploads.video();
        UploadView upload = halfSent(id);
        Video video = deleted(id);
        isAway = true;

        uploads.perform(upload);
        uploads.queue.drop(UploadWork.NAME, upload.taskId());
        assertThat(delete(video)).isFalse();
        assertThat(uploads.queue.contains(UploadWork.NAME, upload.taskId())).isTrue();

        isAway = false;
        uploads.perform(upload);
        assertThat(delete(video)).isTrue();
    }

    @Test
    void nobody_waits_for_a_target_that_is_not_set_up_any_more() {
        UUID id = uploads.video();
        halfSent(id);
        uploads.environment.keySet().removeIf(name -> name.startsWith("S3_"));
        uploads.connect();

        assertThat(delete(deleted(id))).isTrue();
    }
}
