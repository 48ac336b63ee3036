package club.courtside.upload.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import club.courtside.support.HttpStub;
import club.courtside.support.HttpStub.Said;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only some stores say, in the words of the Amazon S3 API Reference. */
class BucketWordsTest {

    private final Map<String, Said> words = new HashMap<>();
    private final HttpStub store = new HttpStub(this::answer);
    private final List<AutoCloseable> open = new ArrayList<>(List.of(store));
    private String sha256;
    private String eTag;
    private boolean isThere;

    @TempDir
    Path folder;

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) one.close();
    }

    /** A store that has one upload, {@code new}, and forgets what it gets: what it says of it is what counts here. */
    private Said answer(HttpExchange asked) throws IOException {
        byte[] body = asked.getRequestBody().readAllBytes();
        String question = question(asked);
        Said said = words.get(question);
        if (said != null) return said;
        switch (question) {
            case "begin" -> {
                return Said.of(
                        200, "<InitiateMultipartUploadResult><UploadId>new</UploadId></InitiateMultipartUploadResult>");
            }
            case "part" -> {
                return new Said(200, Map.of("ETag", "\"" + md5(body) + "\""), "");
            }
            case "complete" -> {
                isThere = true;
                return Said.of(200, "<CompleteMultipartUploadResult/>");
            }
            case "head" -> {
                return isThere
                        ? new Said(200, Map.of("x-amz-meta-sha256", sha256, "ETag", eTag, "Content-Length", "0"), "")
                        : Said.of(404);
            }
            default -> {
                return Said.of(204);
            }
        }
    }

    private static String question(HttpExchange asked) {
        String query = String.valueOf(asked.getRequestURI().getQuery());
        return switch (asked.getRequestMethod()) {
            case "HEAD" -> "head";
            case "PUT" -> "part";
            case "GET" -> "list";
            case "POST" -> query.startsWith("uploads") ? "begin" : "complete";
            default -> "delete";
        };
    }

    private static String md5(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static Said refusal(int status, String code) {
        return Said.of(status, "<Error><Code>" + code + "</Code><Message>In its words.</Message></Error>");
    }

    private Bucket bucket() {
        TargetSettings settings = Sending.settings(
                Map.of(
                        "S3_ENDPOINT", store.address().toString(),
                        "S3_BUCKET", "club",
                        "S3_ACCESS_KEY", "courtside",
                        "S3_SECRET_KEY", "secret"),
                folder);
        BucketDoor door = new BucketDoor(settings);
        Line line = new Line(settings);
        open.add(door::close);
        open.add(line::close);
        return new Bucket(door, line, new Bandwidth(settings));
    }

    /** An empty file. */
    private Sending sending() throws IOException {
        Sending sending = new Sending(folder, 0);
        sha256 = sending.parcel().sha256();
        eTag = "\"" + md5(HexFormat.of().parseHex(md5(new byte[0]))) + "-1\"";
        return sending;
    }

    private UploadFailure failure(Sending sending) {
        return catchThrowableOfType(UploadFailure.class, () -> bucket().send(sending.parcel()));
    }

    private long asked(String method) {
        return store.asked().stream().filter(asked -> asked.startsWith(method)).count();
    }

    @Test
    void each_refusal_has_its_reason_whatever_was_asked() throws Exception {
        Sending sending = sending();
        Map<String, String> reasons = Map.ofEntries(
                Map.entry("403 InvalidAccessKeyId", "wrong_key lasting"),
                Map.entry("403 SignatureDoesNotMatch", "wrong_key lasting"),
                Map.entry("403 AccessDenied", "wrong_key lasting"),
                Map.entry("403 RequestTimeTooSkewed", "wrong_clock lasting"),
                Map.entry("404 NoSuchBucket", "no_such_place lasting"),
                Map.entry("301 PermanentRedirect", "no_such_place lasting"),
                Map.entry("400 AuthorizationHeaderMalformed", "no_such_place lasting"),
                Map.entry("503 SlowDown", "busy passing"),
                Map.entry("500 InternalError", "target_error passing"),
                Map.entry("400 EntityTooLarge", "too_large lasting"),
                Map.entry("507 XMinioStorageFull", "target_full passing"),
                Map.entry("400 RequestTimeout", "closed passing"),
                Map.entry("404 NoSuchUpload", "lost anew"));
        for (String question : List.of("begin", "part", "complete")) {
            reasons.forEach((said, reason) -> {
                if (question.equals("complete") && said.contains("NoSuchUpload")) return;
                words.clear();
                words.put(question, refusal(Integer.parseInt(said.substring(0, 3)), said.substring(4)));

                UploadFailure failure = failure(sending);

                assertThat(failure.reason().code()
                                + (failure.isLasting() ? " lasting" : failure.isAnew() ? " anew" : " passing"))
                        .as(said + " to " + question)
                        .isEqualTo(reason);
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "begin, 503, SlowDown",
        "part, 503, SlowDown",
        "complete, 503, SlowDown",
        "begin, 503, ServiceUnavailable",
        "part, 429, TooManyRequests"
    })
    void a_bucket_is_not_asked_before_the_time_that_it_names(String question, int status, String code)
            throws Exception {
        words.put(
                question,
                new Said(
                        status,
                        Map.of("Retry-After", "7200"),
                        refusal(status, code).body()));

        UploadFailure failure = failure(sending());

        assertThat(failure.isLasting()).isFalse();
        assertThat(failure.after()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void a_refusal_that_comes_as_a_success_is_one() throws Exception {
        words.put("complete", refusal(200, "InternalError"));

        assertThat(failure(sending()).reason().code()).isEqualTo("target_error");
    }

    @Test
    void an_upload_that_the_bucket_does_not_know_begins_anew_at_once() throws Exception {
        Sending sending = sending();
        words.put("part", refusal(500, "InternalError"));
        failure(sending);
        words.clear();
        words.put("list", refusal(404, "NoSuchUpload"));

        bucket().send(sending.parcel());

        assertThat(store.asked().stream().filter(asked -> asked.startsWith("POST") && asked.contains("?uploads")))
                .hasSize(2);
    }

    @Test
    void an_upload_whose_end_was_not_told_has_ended() throws Exception {
        Sending sending = sending();
        words.put("complete", refusal(404, "NoSuchUpload"));
        assertThat(failure(sending).isAnew()).isTrue();
        assertThat(sending.memory()).isNull();

        isThere = true;
        assertThat(bucket().send(sending.parcel()).worksOn()).isFalse();
    }

    @Test
    void a_part_that_is_another_each_time_is_given_up() throws Exception {
        words.put("part", new Said(200, Map.of("ETag", "\"" + md5(new byte[1]) + "\""), ""));

        UploadFailure failure = failure(sending());

        assertThat(failure.reason().code()).isEqualTo("wrong_checksum");
        assertThat(failure.isAnew()).isTrue();
        assertThat(asked("PUT")).isEqualTo(3);
        assertThat(isThere).isFalse();
    }

    @Test
    void an_object_that_is_another_in_the_end_is_taken_away() throws Exception {
        Sending sending = sending();
        eTag = "\"" + md5(new byte[1]) + "-1\"";

        UploadFailure failure = failure(sending);

        assertThat(failure.reason().code()).isEqualTo("wrong_checksum");
        assertThat(asked("DELETE")).isEqualTo(1);
        assertThat(sending.memory()).isNull();
    }

    @Test
    void what_is_encrypted_with_somebody_elses_key_has_no_sum_to_compare() throws Exception {
        Sending sending = sending();
        words.put(
                "begin",
                new Said(
                        200,
                        Map.of("x-amz-server-side-encryption", "aws:kms"),
                        "<InitiateMultipartUploadResult><UploadId>new</UploadId></InitiateMultipartUploadResult>"));
        words.put("part", new Said(200, Map.of("ETag", "\"" + md5(new byte[1]) + "\""), ""));

        assertThat(bucket().send(sending.parcel()).worksOn()).isFalse();
    }
}
