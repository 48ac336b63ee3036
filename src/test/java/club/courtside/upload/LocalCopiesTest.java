package club.courtside.upload;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.court.Clubs;
import club.courtside.library.Shares;
import club.courtside.library.VideoAccess;
import club.courtside.library.VideoLedger;
import club.courtside.platform.CurrentSettings;
import club.courtside.platform.queue.Priority;
import club.courtside.processing.Jobs;
import club.courtside.settings.Settings;
import club.courtside.support.HttpStub;
import club.courtside.support.HttpStub.Said;
import club.courtside.upload.target.BucketDoor;
import club.courtside.upload.target.BucketLinks;
import club.courtside.upload.target.Delivery;
import club.courtside.upload.target.TargetKind;
import club.courtside.upload.target.TargetSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file goes from here when the bucket has it beyond doubt and nobody needs it here, and never before. */
class LocalCopiesTest {

    private static final int BYTES = 1000;

    @TempDir
    Path folder;

    private final HttpStub bucket = new HttpStub(asked -> has());
    private TestUploads uploads;
    private LocalCopies copies;
    private UUID video;
    /** What the bucket has. */
    private int status = 200;

    private long size = BYTES;
    private String sum;

    @BeforeEach
    void bring() throws Exception {
        uploads = new TestUploads(folder);
        copies = copies("7");
        video = uploads.video(BYTES);
        sum = TestUploads.sha256(uploads.file(video));
        broughtIntoBucket();
        uploads.club.clock.passes(Duration.ofDays(8));
    }

    @AfterEach
    void close() {
        uploads.close();
        bucket.close();
    }

    private Said has() {
        if (status != 200) return Said.of(status);
        return new Said(200, Map.of("x-amz-meta-sha256", sum, "Content-Length", String.valueOf(size)), "");
    }

    private LocalCopies copies(String days) {
        uploads.environment.putAll(Map.of(
                "S3_ENDPOINT", bucket.address().toString(),
                "S3_BUCKET", "club",
                "S3_ACCESS_KEY", "key",
                "S3_SECRET_KEY", "secret"));
        uploads.environment.put("S3_LOCAL_DAYS", days);
        uploads.environment.values().removeIf(String::isEmpty);
        var club = uploads.club;
        var entities = club.database.entities();
        var settings = new CurrentSettings(new Settings(new Properties(), uploads.environment, folder));
        var access = new VideoAccess(uploads.videos, new Shares(entities));
        return new LocalCopies(
                uploads.rows,
                new Jobs(entities),
                new BucketLinks(new BucketDoor(new TargetSettings(settings))),
                new VideoLedger(
                        uploads.videos,
                        access,
                        uploads.files,
                        new UploadHistory(uploads.rows),
                        club.recordings,
                        new Clubs(entities),
                        club.clock,
                        club.updates,
                        club.audit),
                uploads.files,
                settings,
                club.clock);
    }

    private void broughtIntoBucket() {
        uploads.club.database.inTransaction(() -> {
            UUID id = ordered(TargetKind.BUCKET);
            uploads.ledger.begin(id);
            uploads.ledger.examined(id, BYTES, sum);
            uploads.ledger.delivered(id, new Delivery("lac/finale.mp4", false));
            uploads.ledger.done(id, null);
        });
    }

    private UUID ordered(TargetKind target) {
        return uploads.ledger
                .order(video, new UploadOrder(target, null, Priority.NORMAL, true, false))
                .orElseThrow()
                .id();
    }

    private int remove() {
        return uploads.club.in(copies::remove);
    }

    private boolean isAway() {
        uploads.club.database.entities().clear();
        return uploads.videos.find(video).orElseThrow().isAway();
    }

    private void assertStays() {
        assertThat(remove()).isZero();
        assertThat(uploads.file(video)).exists();
        assertThat(isAway()).isFalse();
    }

    private void assertGoes() {
        assertThat(remove()).isEqualTo(1);
        assertThat(uploads.file(video)).doesNotExist();
        assertThat(isAway()).isTrue();
    }

    @Test
    void what_is_old_enough_and_in_the_bucket_goes() {
        assertGoes();
    }

    @Test
    void what_is_younger_than_it_may_stay_stays() {
        uploads.club.clock.passes(Duration.ofDays(-1).minusSeconds(1));
        assertStays();
        uploads.club.clock.passes(Duration.ofSeconds(2));
        assertGoes();
    }

    @Test
    void where_nobody_says_for_how_long_it_stays() {
        copies = copies("");
        uploads.club.clock.passes(Duration.ofDays(1000));
        assertStays();
        copies = copies("7");
        assertGoes();
    }

    @Test
    void what_the_bucket_has_lost_stays() {
        status = 404;
        assertStays();
        status = 200;
        assertGoes();
    }

    @Test
    void what_the_bucket_has_with_another_checksum_stays() {
        String right = sum;
        sum = "0".repeat(64);
        assertStays();
        sum = right;
        assertGoes();
    }

    @Test
    void what_the_bucket_has_of_another_size_stays() {
        size = BYTES - 1;
        assertStays();
        size = BYTES;
        assertGoes();
    }

    @Test
    void what_is_here_of_another_size_stays() throws Exception {
        byte[] right = Files.readAllBytes(uploads.file(video));
        Files.write(uploads.file(video), new byte[BYTES + 1]);
        assertStays();
        Files.write(uploads.file(video), right);
        assertGoes();
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 500, 503})
    void while_the_bucket_refuses_or_is_out_of_order_it_stays(int answer) {
        status = answer;
        assertStays();
        status = 200;
        assertGoes();
    }

    @Test
    void while_the_bucket_is_away_it_stays() {
        bucket.close();
        assertStays();
    }

    @ParameterizedTest
    @ValueSource(strings = {"QUEUED", "RUNNING", "WAITING"})
    void while_a_job_of_the_video_is_open_it_stays(String state) {
        job(state);
        assertStays();
        uploads.club.database.inTransaction(() -> uploads.club
                .database
                .entities()
                .createNativeQuery("update jobs set state = 'DONE'")
                .executeUpdate());
        assertGoes();
    }

    /** One that leaves the video ready, as making it smaller does. */
    private void job(String state) {
        uploads.club.database.inTransaction(() -> uploads.club
                .database
                .entities()
                .createNativeQuery(
                        "insert into jobs (id, video_id, kind, state, priority, progress, attempts, created_at)"
                                + " values ('" + UUID.randomUUID() + "', '" + video + "', 'COMPACT', '" + state
                                + "', 'LOW', 0, 0, current_timestamp)")
                .executeUpdate());
    }

    @Test
    void while_the_video_is_on_its_way_to_another_target_it_stays() {
        UUID other = uploads.club.in(() -> ordered(TargetKind.PROCESSING_SERVER));
        assertStays();
        uploads.club.database.inTransaction(() -> uploads.ledger.cancelled(other));
        assertGoes();
    }

    @Test
    void what_is_only_on_its_way_into_the_bucket_stays() {
        video = uploads.video(BYTES);
        uploads.club.in(() -> ordered(TargetKind.BUCKET));
        uploads.club.clock.passes(Duration.ofDays(8));
        remove();
        assertThat(uploads.file(video)).exists();
        assertThat(isAway()).isFalse();
    }
}
