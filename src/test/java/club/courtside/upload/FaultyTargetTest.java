package club.courtside.upload;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.support.CertificateAuthority;
import club.courtside.support.ProcessingFarm;
import club.courtside.support.ProcessingFarm.Fault;
import club.courtside.support.TlsFront;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a target does, a video arrives there once, or people read why it did not. */
class FaultyTargetTest {

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

    @ParameterizedTest
    @CsvSource({
        "FAILS, target_error",
        "TOO_MANY, busy",
        "HANGS, stalled",
        "SILENT, no_answer",
        "CLOSES_MIDWAY, closed",
        "CLOSES_AFTER, closed",
        "GARBAGE, bad_answer",
        "WRONG_CHECKSUM, wrong_checksum"
    })
    void whatever_goes_wrong_once_it_arrives_once(Fault fault, String reason) throws Exception {
        // Only who waits for nothing can wait a short time: a busy machine answers late.
        if (fault == Fault.HANGS) uploads.environment.put("COURTSIDE_UPLOAD_STALL_SECONDS", "1");
        if (fault == Fault.SILENT) uploads.environment.put("COURTSIDE_UPLOAD_ANSWER_SECONDS", "1");
        uploads.connect();
        // More than the buffers on the way hold, so that it is seen when nobody takes it.
        UUID video = uploads.video(fault == Fault.HANGS ? 32_000_000 : TestUploads.BYTES);
        UploadView upload = uploads.send(video);
        uploads.farm.faults(fault);

        Instant next = uploads.perform(upload).orElseThrow();
        UploadView waiting = uploads.now(upload);
        assertThat(waiting.status()).isEqualTo(UploadState.WAITING);
        assertThat(waiting.reasonCode()).isEqualTo(reason);
        assertThat(waiting.reason()).isNotBlank();
        assertThat(Duration.between(uploads.club.clock.instant(), next).toSeconds())
                .isBetween(fault == Fault.TOO_MANY ? 7200L : 60L, fault == Fault.TOO_MANY ? 7200L : 120L);

        uploads.environment.keySet().removeIf(name -> name.startsWith("COURTSIDE_UPLOAD_"));
        uploads.connect();
        uploads.club.clock.passes(Duration.between(uploads.club.clock.instant(), next));
        uploads.perform(upload);
        assertThat(uploads.now(upload).status()).isEqualTo(UploadState.REMOTE);
        assertThat(uploads.now(upload).reasonCode()).isNull();
        assertThat(uploads.toItsEnd(upload).status()).isEqualTo(UploadState.DONE);
        assertThat(uploads.now(upload).attempts()).isEqualTo(2);
        assertThat(uploads.now(upload).reason()).isNull();
        uploads.arrivedOnce(video);
    }

    @ParameterizedTest
    @CsvSource({
        "BAD_REQUEST, refused",
        "REFUSES_KEY, wrong_key",
        "FORBIDS, wrong_key",
        "NOT_THERE, no_such_place",
        "TOO_LARGE, too_large",
        "WRONG_TYPE, refused"
    })
    void what_trying_again_does_not_change_fails_at_once(Fault fault, String reason) {
        UploadView upload = uploads.send(uploads.video());
        uploads.farm.faults(fault);

        assertThat(uploads.perform(upload)).isEmpty();

        assertThat(uploads.now(upload).status()).isEqualTo(UploadState.FAILED);
        assertThat(uploads.now(upload).reasonCode()).isEqualTo(reason);
        assertThat(uploads.now(upload).attempts()).isEqualTo(1);
        assertThat(uploads.endings.fired()).singleElement().satisfies(ended -> assertThat(ended.isGivenUp())
                .isTrue());
    }

    @Test
    void what_the_server_loses_is_brought_again() throws Exception {
        UUID video = uploads.video();
        UploadView upload = uploads.send(video);
        uploads.farm.faults(Fault.LOSES);
        uploads.perform(upload);
        assertThat(uploads.now(upload).status()).isEqualTo(UploadState.REMOTE);

        assertThat(uploads.perform(upload)).isPresent();
        assertThat(uploads.now(upload).reasonCode()).isEqualTo("lost");
        assertThat(uploads.now(upload).remoteTaskId()).isNull();

        assertThat(uploads.toItsEnd(upload).status()).isEqualTo(UploadState.DONE);
        uploads.arrivedOnce(video);
        assertThat(uploads.farm.asked()).isEqualTo(2);
    }

    @Test
    void a_server_that_cannot_say_how_it_goes_is_asked_again_and_not_sent_again() throws Exception {
        UUID video = uploads.video();
        UploadView upload = uploads.send(video);
        uploads.perform(upload);
        uploads.farm.statusFaults(Fault.FAILS, Fault.GARBAGE, Fault.FAILS);

        assertThat(uploads.toItsEnd(upload).status()).isEqualTo(UploadState.DONE);

        uploads.arrivedOnce(video);
        assertThat(uploads.farm.asked()).isEqualTo(1);
    }

    @Test
    void what_the_server_cannot_process_says_why_and_can_be_sent_again() {
        UploadView upload = uploads.send(uploads.video());
        uploads.farm.says("failed", "no court in sight", "{}");

        UploadView failed = uploads.toItsEnd(upload);
        assertThat(failed.status()).isEqualTo(UploadState.FAILED);
        assertThat(failed.reasonCode()).isEqualTo("remote_failed");
        assertThat(failed.reason()).contains("no court in sight");

        uploads.farm.says("completed", null, "{}");
        uploads.club.in(() -> uploads.desk.retry(uploads.club.admin, upload.taskId()));
        assertThat(uploads.toItsEnd(upload).status()).isEqualTo(UploadState.DONE);
        assertThat(uploads.farm.asked()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"wat", "''", "null"})
    void a_server_that_says_nothing_known_is_not_waited_for_without_an_end(String word) {
        UploadView upload = uploads.send(uploads.video());
        uploads.farm.says(word, null, "{}");

        UploadView failed = uploads.toItsEnd(upload);

        assertThat(failed.status()).isEqualTo(UploadState.FAILED);
        assertThat(failed.reasonCode()).isEqualTo("bad_answer");
    }

    @Test
    void a_server_that_gets_no_further_for_two_days_is_given_up() {
        UploadView upload = uploads.send(uploads.video());
        uploads.farm.says("processing", null, "{}");
        uploads.perform(upload);
        uploads.perform(upload);
        uploads.club.clock.passes(Duration.ofHours(47));
        uploads.farm.reaches(41);
        assertThat(uploads.perform(upload)).isPresent();
        uploads.club.clock.passes(Duration.ofHours(47));
        assertThat(uploads.perform(upload)).isPresent();
        assertThat(uploads.now(upload).status()).isEqualTo(UploadState.REMOTE);

        uploads.club.clock.passes(Duration.ofHours(2));

        assertThat(uploads.perform(upload)).isEmpty();
        assertThat(uploads.now(upload).status()).isEqualTo(UploadState.FAILED);
        assertThat(uploads.now(upload).reasonCode()).isEqualTo("standstill");
        assertThat(uploads.club.in(() -> new UploadHistory(uploads.rows).underWay()))
                .isEmpty();
    }

    @Test
    void a_server_that_is_away_for_an_hour_gets_it_afterwards() throws Exception {
        UUID video = uploads.video();
        UploadView upload = uploads.send(video);
        uploads.farm.close();
        Instant gone = uploads.club.clock.instant();

        while (Duration.between(gone, uploads.club.clock.instant()).toMinutes() < 60) {
            Instant next = uploads.perform(upload).orElseThrow();
            assertThat(uploads.now(upload).reasonCode()).isEqualTo("unreachable");
            uploads.club.clock.passes(Duration.between(uploads.club.clock.instant(), next));
        }
        try (ProcessingFarm back = new ProcessingFarm()) {
            uploads.environment.put("VULTR_API_URL", back.address());
            uploads.connect();
            assertThat(uploads.toItsEnd(upload).status()).isEqualTo(UploadState.DONE);
            assertThat(back.received()).singleElement().satisfies(received -> assertThat(received.sha256())
                    .isEqualTo(TestUploads.sha256(uploads.file(video))));
        }
    }

    @Test
    void a_server_that_stays_away_is_given_up_with_the_reason() {
        UploadView upload = uploads.send(uploads.video());
        uploads.farm.close();
        Instant begun = uploads.club.clock.instant();

        UploadView failed = uploads.toItsEnd(upload);

        assertThat(failed.status()).isEqualTo(UploadState.FAILED);
        assertThat(failed.attempts()).isEqualTo(8);
        assertThat(failed.reasonCode()).isEqualTo("unreachable");
        assertThat(Duration.between(begun, uploads.club.clock.instant()).toHours())
                .isBetween(2L, 5L);
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_named() throws Exception {
        try (TlsFront front = new TlsFront(uploads.farm.address(), folder)) {
            assertThat(at(front.url())).isEqualTo("certificate_untrusted");
        }
    }

    @Test
    void what_is_wrong_with_a_certificate_is_named_and_with_a_right_one_it_arrives() throws Exception {
        var authority = new CertificateAuthority(folder);
        authority.whileTrusted(() -> {
            assertThat(behind(authority.context("ip:127.0.0.1", "-10d", 5))).isEqualTo("certificate_expired");
            assertThat(behind(authority.context("ip:127.0.0.1", "+5d", 5))).isEqualTo("certificate_not_yet_valid");
            assertThat(behind(authority.context("dns:elsewhere.example", "-1d", 5)))
                    .isEqualTo("certificate_wrong_name");

            assertThat(behind(authority.context("ip:127.0.0.1", "-1d", 5))).isNull();
            assertThat(uploads.farm.received()).hasSize(1);
        });
    }

    private String behind(SSLContext context) throws IOException {
        try (TlsFront front = new TlsFront(uploads.farm.address(), context)) {
            return at(front.url());
        }
    }

    @ParameterizedTest
    @CsvSource({"'', closed", "HTTP/1.0 400 Bad Request, no_safe_connection"})
    void a_target_that_speaks_no_tls_is_named(String answer, String reason) throws Exception {
        try (PlainServer server = new PlainServer(answer)) {
            assertThat(at("https://127.0.0.1:" + server.port())).isEqualTo(reason);
        }
    }

    /** @return why a video does not get there; null when it does */
    private String at(String url) {
        uploads.environment.put("VULTR_API_URL", url.replaceFirst("/+$", ""));
        uploads.connect();
        UploadView upload = uploads.send(uploads.video());
        assertThat(uploads.perform(upload)).isPresent();
        UploadView then = uploads.now(upload);
        assertThat(then.status()).isEqualTo(then.reasonCode() == null ? UploadState.REMOTE : UploadState.WAITING);
        assertThat(uploads.health.look()).singleElement().satisfies(found -> assertThat(found.reasonCode())
                .isEqualTo(then.reasonCode()));
        return then.reasonCode();
    }

    @Test
    void a_file_that_is_not_as_it_should_be_is_not_sent() throws Exception {
        UUID missing = uploads.video();
        Files.delete(uploads.file(missing));
        UUID broken = uploads.video();
        Files.writeString(uploads.file(broken), "no film at all");

        assertThat(uploads.toItsEnd(uploads.send(missing)).reasonCode()).isEqualTo("file_missing");
        assertThat(uploads.toItsEnd(uploads.send(broken)).reasonCode()).isEqualTo("file_unreadable");
        assertThat(uploads.farm.asked()).isZero();
    }
}
