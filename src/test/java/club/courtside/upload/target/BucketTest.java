package club.courtside.upload.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.courtside.support.Await;
import club.courtside.support.S3Server;
import club.courtside.support.ServerFront;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.MultipartUpload;

class BucketTest {

    private static final int MB = 1 << 20;
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private static S3Server store;
    private static HttpClient anybody;

    private final String name = store.bucket();
    private final List<AutoCloseable> open = new ArrayList<>();

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        store = S3Server.started();
        anybody = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() throws IOException {
        store.close();
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) one.close();
    }

    private BucketDoor door(Map<String, String> other) {
        Map<String, String> environment = new HashMap<>(store.settings(name));
        environment.putAll(other);
        BucketDoor door = new BucketDoor(Sending.settings(environment, folder));
        open.add(door::close);
        return door;
    }

    private Bucket bucket(Map<String, String> other) {
        TargetSettings settings = Sending.settings(other, folder);
        Line line = new Line(settings);
        open.add(line::close);
        return new Bucket(door(other), line, new Bandwidth(settings));
    }

    private Bucket bucket() {
        return bucket(Map.of());
    }

    private Bucket bucketBehind(ServerFront front) {
        return bucket(Map.of("S3_ENDPOINT", front.address().toString()));
    }

    private BucketLinks links() {
        return new BucketLinks(door(Map.of()));
    }

    private ServerFront front() throws IOException {
        ServerFront front = new ServerFront(store.endpoint());
        open.add(front);
        return front;
    }

    private static HttpResponse<byte[]> get(URI address, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (headers.length > 0) request.headers(headers);
        return anybody.send(request.build(), BodyHandlers.ofByteArray());
    }

    private byte[] arrived(String key) throws Exception {
        HttpResponse<byte[]> answer = get(links().watch(key, "video/mp4", A_MINUTE));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private List<MultipartUpload> halfSent() {
        return store.client().listMultipartUploads(of -> of.bucket(name)).uploads();
    }

    private static void interrupt(Bucket bucket, Sending sending, long bytes) {
        assertThatThrownBy(() -> bucket.send(sending.endingAt(bytes).parcel())).isInstanceOf(InterruptedUpload.class);
        sending.goingOn();
    }

    private static UploadFailure failure(ThrowingCallable what) {
        UploadFailure[] failure = new UploadFailure[1];
        assertThatExceptionOfType(UploadFailure.class).isThrownBy(what).satisfies(thrown -> failure[0] = thrown);
        return failure[0];
    }

    @Test
    void a_small_file_arrives_under_its_club_and_video() throws Exception {
        Sending sending = new Sending(folder, 100_000);

        Delivery delivery = bucket(Map.of("S3_PREFIX", "videos/")).send(sending.parcel());

        assertThat(delivery).isEqualTo(Delivery.stored("videos/" + sending.path()));
        assertThat(arrived(delivery.remoteId())).isEqualTo(sending.content());
        assertThat(links().holds(delivery.remoteId(), 100_000, sending.parcel().sha256()))
                .isTrue();
        assertThat(links().holds(delivery.remoteId(), 100_001, sending.parcel().sha256()))
                .isFalse();
        assertThat(links().holds(delivery.remoteId(), 100_000, "0".repeat(64))).isFalse();
        assertThat(halfSent()).isEmpty();
    }

    @Test
    void a_large_file_arrives_in_parts_and_is_read_by_a_link_alone() throws Exception {
        Sending sending = new Sending(folder, 40 * MB);

        String key = bucket().send(sending.parcel()).remoteId();

        assertThat(Sending.sha256(arrived(key))).isEqualTo(sending.parcel().sha256());
        assertThat(store.client().headObject(of -> of.bucket(name).key(key)).eTag())
                .endsWith("-3\"");
        HttpResponse<byte[]> some = get(links().watch(key, "video/mp4", A_MINUTE), "Range", "bytes=20000000-20000999");
        assertThat(some.statusCode()).isEqualTo(206);
        assertThat(some.body()).isEqualTo(Arrays.copyOfRange(sending.content(), 20_000_000, 20_001_000));
        assertThat(some.headers().firstValue("Content-Type")).contains("video/mp4");
    }

    @Test
    void a_link_to_keep_it_gives_the_file_its_name() throws Exception {
        Sending sending = new Sending(folder, 1000);
        String key = bucket().send(sending.parcel()).remoteId();

        HttpResponse<byte[]> answer = get(links().download(key, "Finale \"d'été\".mp4", A_MINUTE));

        assertThat(answer.body()).isEqualTo(sending.content());
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains(
                        "attachment; filename=\"Finale _d'_t__.mp4\"; filename*=UTF-8''Finale%20%22d%27%C3%A9t%C3%A9%22.mp4");
    }

    @Test
    void a_link_is_refused_when_its_time_is_over_or_it_was_changed() throws Exception {
        Sending sending = new Sending(folder, 1000);
        String key = bucket().send(sending.parcel()).remoteId();
        URI link = links().watch(key, "video/mp4", Duration.ofSeconds(1));

        Await.until("the link is refused", () -> get(link).statusCode() == 403);

        URI changed = URI.create(
                links().watch(key, "video/mp4", A_MINUTE).toString().replace("X-Amz-Expires=60", "X-Amz-Expires=61"));
        assertThat(get(changed).statusCode()).isEqualTo(403);
        assertThatThrownBy(() -> links().watch(key, "video/mp4", Duration.ofDays(8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_broke_off_goes_on_with_the_parts_that_are_missing() throws Exception {
        Sending sending = new Sending(folder, 40 * MB);
        ServerFront front = front();
        interrupt(bucketBehind(front), sending, 36 * MB);
        long before = front.sent();

        String key = bucketBehind(front).send(sending.parcel()).remoteId();

        assertThat(front.sent() - before).isGreaterThan(8 * MB).isLessThan(16 * MB);
        assertThat(Sending.sha256(arrived(key))).isEqualTo(sending.parcel().sha256());
    }

    @Test
    void done_twice_it_is_sent_once() throws Exception {
        Sending sending = new Sending(folder, 17 * MB);
        Delivery first = bucket().send(sending.parcel());
        ServerFront front = front();

        Delivery second = bucketBehind(front).send(sending.parcel());

        assertThat(second).isEqualTo(first);
        assertThat(front.sent()).isLessThan(10_000);
    }

    @Test
    void an_upload_that_the_bucket_has_forgotten_begins_anew() throws Exception {
        Sending sending = new Sending(folder, 20 * MB);
        interrupt(bucket(), sending, 18 * MB);
        MultipartUpload half = halfSent().get(0);
        store.client()
                .abortMultipartUpload(of -> of.bucket(name).key(half.key()).uploadId(half.uploadId()));

        // This store says it only when all parts are there; see BucketWordsTest for one that says it at once.
        assertThat(failure(() -> bucket().send(sending.parcel())).isAnew()).isTrue();

        String key = bucket().send(sending.parcel()).remoteId();

        assertThat(Sending.sha256(arrived(key))).isEqualTo(sending.parcel().sha256());
    }

    @Test
    void a_part_that_the_line_damages_is_sent_again() throws Exception {
        Sending sending = new Sending(folder, 20 * MB);
        ServerFront front = front();
        front.damageAfter(17 * MB);

        String key = bucketBehind(front).send(sending.parcel()).remoteId();

        assertThat(front.hasDamaged()).isTrue();
        assertThat(front.sent()).isGreaterThan(24 * MB);
        assertThat(Sending.sha256(arrived(key))).isEqualTo(sending.parcel().sha256());
    }

    @Test
    void a_part_that_lies_there_damaged_is_sent_again() throws Exception {
        Sending sending = new Sending(folder, 20 * MB);
        interrupt(bucket(), sending, 18 * MB);
        MultipartUpload half = halfSent().get(0);
        store.client()
                .uploadPart(
                        of -> of.bucket(name)
                                .key(half.key())
                                .uploadId(half.uploadId())
                                .partNumber(1),
                        RequestBody.fromBytes(new byte[16 * MB]));

        String key = bucket().send(sending.parcel()).remoteId();

        assertThat(Sending.sha256(arrived(key))).isEqualTo(sending.parcel().sha256());
    }

    @Test
    void an_object_that_only_says_that_it_is_the_file_is_replaced() throws Exception {
        Sending sending = new Sending(folder, 1000);
        String key = sending.path();
        String id = store.client()
                .createMultipartUpload(of -> of.bucket(name)
                        .key(key)
                        .metadata(Map.of("sha256", sending.parcel().sha256())))
                .uploadId();
        String eTag = store.client()
                .uploadPart(
                        of -> of.bucket(name).key(key).uploadId(id).partNumber(1),
                        RequestBody.fromBytes(new byte[1000]))
                .eTag();
        store.client().completeMultipartUpload(of -> of.bucket(name)
                .key(key)
                .uploadId(id)
                .multipartUpload(all -> all.parts(
                        CompletedPart.builder().partNumber(1).eTag(eTag).build())));

        bucket().send(sending.parcel());

        assertThat(arrived(key)).isEqualTo(sending.content());
    }

    @Test
    void what_is_forgotten_leaves_nothing_half_sent() throws Exception {
        Sending sending = new Sending(folder, 20 * MB);
        interrupt(bucket(), sending, 18 * MB);
        assertThat(halfSent()).hasSize(1);

        bucket().forget(sending.parcel());
        bucket().forget(sending.parcel());

        assertThat(halfSent()).isEmpty();
    }

    @Test
    void what_was_begun_and_not_remembered_is_taken_away() throws Exception {
        Sending sending = new Sending(folder, 1000);
        String key = sending.path();
        store.client().createMultipartUpload(of -> of.bucket(name).key(key));
        String longer = key + ".mp4";
        store.client().createMultipartUpload(of -> of.bucket(name).key(longer));

        bucket().send(sending.parcel());

        assertThat(halfSent()).extracting(MultipartUpload::key).containsExactly(longer);
    }

    @Test
    void what_is_deleted_is_gone() throws Exception {
        Sending sending = new Sending(folder, 1000);
        String key = bucket().send(sending.parcel()).remoteId();

        links().delete(key);
        links().delete(key);

        assertThat(links().holds(key, 1000, sending.parcel().sha256())).isFalse();
    }

    @Test
    void a_wrong_key_is_a_lasting_failure() throws Exception {
        Sending sending = new Sending(folder, 1000);

        for (Map<String, String> wrong :
                List.of(Map.of("S3_SECRET_KEY", "another"), Map.of("S3_ACCESS_KEY", "somebody"))) {
            Bucket bucket = bucket(wrong);
            for (ThrowingCallable what :
                    List.<ThrowingCallable>of(() -> bucket.send(sending.parcel()), bucket::check)) {
                UploadFailure failure = failure(what);
                assertThat(failure.reason().code()).isEqualTo("wrong_key");
                assertThat(failure.isLasting()).isTrue();
            }
        }
    }

    @Test
    void a_bucket_that_is_not_there_is_a_lasting_failure() throws Exception {
        Sending sending = new Sending(folder, 1000);
        Bucket bucket = bucket(Map.of("S3_BUCKET", "nobodys-bucket"));

        for (ThrowingCallable what : List.<ThrowingCallable>of(() -> bucket.send(sending.parcel()), bucket::check)) {
            UploadFailure failure = failure(what);
            assertThat(failure.reason().code()).isEqualTo("no_such_place");
            assertThat(failure.isLasting()).isTrue();
        }
    }

    @Test
    void a_store_that_cannot_be_reached_may_be_there_later() throws Exception {
        int nobodys;
        try (ServerSocket free = new ServerSocket(0)) {
            nobodys = free.getLocalPort();
        }

        UploadFailure failure = failure(bucket(Map.of("S3_ENDPOINT", "http://127.0.0.1:" + nobodys))::check);

        assertThat(failure.reason().code()).isEqualTo("unreachable");
        assertThat(failure.isLasting()).isFalse();
    }

    @Test
    void a_bucket_that_answers_is_checked_without_complaint() {
        bucket().check();

        assertThat(bucket().isSetUp()).isTrue();
        assertThat(bucket(Map.of("S3_SECRET_KEY", "")).isSetUp()).isFalse();
        assertThat(bucket().address()).isEqualTo(store.endpoint() + "/" + name);
    }

    @Test
    void however_long_a_file_is_it_has_no_more_parts_than_a_store_takes() {
        for (long bytes :
                new long[] {0, 1, 16L * MB, 16L * MB + 1, 160_000L * MB, 160_000L * MB + 1, 5_000_000L * MB}) {
            PartPlan plan = PartPlan.of(bytes);

            assertThat(plan.count()).isBetween(1, 10_000);
            assertThat(plan.from(plan.count()) + plan.length(plan.count())).isEqualTo(bytes);
            assertThat(plan.size()).isGreaterThanOrEqualTo(16L * MB);
        }
        assertThat(PartPlan.of(40L * MB).count()).isEqualTo(3);
    }
}
