package club.courtside.library.arrival;

import static club.courtside.library.arrival.TestIntake.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.courtside.engine.api.Reason;
import club.courtside.library.Origin;
import club.courtside.library.Video;
import club.courtside.library.VideoStatus;
import club.courtside.platform.ProblemException;
import club.courtside.support.FakeEngine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadsTest {

    private static final String MATCH = FakeEngine.MATCH;

    @TempDir
    Path folder;

    private TestIntake uploads;

    @BeforeEach
    void open() {
        uploads = new TestIntake(folder);
    }

    @AfterEach
    void close() {
        uploads.close();
    }

    @Test
    void a_file_that_came_in_pieces_becomes_a_video() throws IOException {
        UUID id = uploads.announce("Finale dames.mp4", MATCH.length());
        assertThat(uploads.send(id, 0, "a ma").receivedBytes()).isEqualTo(4);
        assertThat(uploads.send(id, 4, "tch").state()).isEqualTo(ArrivalState.EXAMINING);
        assertThat(uploads.videos.find(id)).isEmpty();
        uploads.examine();

        assertThat(uploads.view(id).videoId()).isEqualTo(id);
        Video video = uploads.video(id);
        assertThat(video.title()).isEqualTo("Finale dames");
        assertThat(video.origin()).isEqualTo(Origin.UPLOAD);
        assertThat(video.status()).isEqualTo(VideoStatus.READY);
        assertThat(video.owner().id()).isEqualTo(uploads.club.admin.id());
        assertThat(video.bytes()).isEqualTo(MATCH.length());
        assertThat(video.sha256()).hasSize(64);
        assertThat(uploads.club.data.root().resolve(video.file())).hasContent(MATCH);
        assertThat(arriving()).isEmpty();
    }

    @Test
    void what_needs_another_container_gets_one() {
        ArrivalView upload = uploads.upload("film.mkv", MATCH + " " + FakeEngine.ELSEWHERE);
        Video video = uploads.video(upload.videoId());
        assertThat(video.file()).endsWith(".mp4");
        assertThat(uploads.club.data.root().resolve(video.file())).hasContent(MATCH);
        assertThat(video.reason()).isNull();
        assertThat(arriving()).isEmpty();
    }

    @Test
    void what_browsers_do_not_play_is_kept_and_says_so() {
        ArrivalView upload = uploads.upload("film.mkv", MATCH + " " + FakeEngine.UNPLAYABLE);
        Video video = uploads.video(upload.videoId());
        assertThat(video.file()).endsWith(".mkv");
        assertThat(video.reason()).isEqualTo("unconverted");
    }

    @Test
    void what_is_no_video_is_refused_with_the_reason_and_leaves_nothing() {
        ArrivalView upload = uploads.upload("holiday.mp4", "just some text");
        assertThat(upload.state()).isEqualTo(ArrivalState.REFUSED);
        assertThat(upload.reason()).isEqualTo("no_video");
        assertThat(uploads.videos.find(upload.id())).isEmpty();
        assertThat(arriving()).isEmpty();
        refused(410, () -> uploads.send(upload.id(), 0, "again"));
    }

    @Test
    void a_video_without_length_is_refused_and_leaves_nothing() throws IOException {
        ArrivalView upload = uploads.upload("picture.mp4", MATCH + " " + FakeEngine.INSTANT);
        assertThat(upload.state()).isEqualTo(ArrivalState.REFUSED);
        assertThat(upload.reason()).isEqualTo("too_short");
        assertNothingKept(upload);
    }

    @ParameterizedTest
    @ValueSource(strings = {"too_long", "picture_too_large"})
    void what_claims_more_than_any_video_may_is_refused_and_leaves_nothing(String code) throws IOException {
        uploads.club.engine.refuses(new Reason(code, "no video is like that"));
        ArrivalView upload = uploads.upload("bomb.mp4", MATCH);
        assertThat(upload.state()).isEqualTo(ArrivalState.REFUSED);
        assertThat(upload.reason()).isEqualTo(code);
        assertNothingKept(upload);
    }

    private void assertNothingKept(ArrivalView upload) throws IOException {
        assertThat(uploads.videos.find(upload.id())).isEmpty();
        assertThat(arriving()).isEmpty();
        try (var files = Files.list(uploads.club.data.videos(uploads.club.club.id()))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void half_a_video_is_refused() {
        uploads.club.engine.refuses(new Reason("truncated", "the end is missing"));
        assertThat(uploads.upload("half.mp4", MATCH).reason()).isEqualTo("truncated");
    }

    @Test
    void after_a_crash_it_goes_on_where_it_was() {
        UUID id = uploads.announce("film.mp4", MATCH.length());
        uploads.send(id, 0, "a m");
        uploads.restart();
        assertThat(uploads.view(id).receivedBytes()).isEqualTo(3);
        uploads.send(id, 3, "atch");
        uploads.examine();
        assertThat(uploads.view(id).state()).isEqualTo(ArrivalState.DONE);
    }

    @Test
    void a_crash_behind_the_last_byte_loses_nothing() throws IOException {
        UUID id = uploads.announce("film.mp4", MATCH.length());
        Files.writeString(uploads.files.of(id), MATCH);
        uploads.restart();
        uploads.examine();
        assertThat(uploads.view(id).state()).isEqualTo(ArrivalState.DONE);
    }

    @Test
    void a_crash_between_file_and_row_loses_nothing() throws IOException {
        UUID id = uploads.announce("film.mp4", MATCH.length());
        uploads.send(id, 0, MATCH);
        Path inLibrary = uploads.club.data.videos(uploads.club.club.id()).resolve(id + ".mp4");
        Files.move(uploads.files.of(id), inLibrary);
        uploads.restart();
        uploads.examine();
        assertThat(uploads.video(id).file()).endsWith(id + ".mp4");
    }

    @Test
    void a_broken_connection_keeps_what_came() {
        UUID id = uploads.announce("film.mp4", MATCH.length());
        ArrivalView upload = uploads.send(id, 0, MATCH.length(), null, new InputStream() {
            private int left = 3;

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                if (left == 0) throw new IOException("connection reset");
                buffer[offset] = (byte) MATCH.charAt(3 - left--);
                return 1;
            }

            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }
        });
        assertThat(upload.receivedBytes()).isEqualTo(3);
    }

    @Test
    void whoever_comes_last_goes_on_and_who_was_there_before_stops() {
        UUID id = uploads.announce("film.mp4", MATCH.length());
        InputStream slow = new InputStream() {
            private boolean resumed;

            @Override
            public int read(byte[] buffer, int offset, int length) {
                if (resumed) return -1;
                resumed = true;
                uploads.intake.receive(uploads.club.admin, id, 0, 3, null, stream("a m"));
                buffer[offset] = 'X';
                return 1;
            }

            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }
        };
        refused(409, () -> uploads.send(id, 0, 7, null, slow));
        assertThat(uploads.files.of(id)).hasContent("a m");
    }

    @Test
    void a_wrong_offset_is_a_conflict() {
        UUID id = uploads.announce("film.mp4", 7);
        uploads.send(id, 0, "a m");
        refused(409, () -> uploads.send(id, 0, "a m"));
        refused(409, () -> uploads.send(id, 4, "tch"));
        assertThat(uploads.view(id).receivedBytes()).isEqualTo(3);
    }

    @Test
    void more_than_was_announced_is_refused() {
        UUID id = uploads.announce("film.mp4", 7);
        refused(413, () -> uploads.send(id, 0, "a match, and more"));
        refused(413, () -> uploads.send(id, 0, -1, null, stream("a match, and more")));
        assertThat(uploads.view(id).receivedBytes()).isZero();
    }

    @Test
    void a_wrong_checksum_keeps_nothing_of_the_piece() throws Exception {
        UUID id = uploads.announce("film.mp4", 7);
        refused(460, () -> uploads.send(id, 0, 3, sha1("a x"), stream("a m")));
        assertThat(uploads.view(id).receivedBytes()).isZero();
        uploads.send(id, 0, 3, sha1("a m"), stream("a m"));
        uploads.send(id, 3, 4, sha1("atch"), stream("atch"));
        assertThat(uploads.view(id).state()).isEqualTo(ArrivalState.EXAMINING);
        refused(400, () -> UploadChecksum.parse("crc32 AAAA"));
        refused(400, () -> UploadChecksum.parse("sha1 not*base64"));
    }

    @Test
    void empty_and_huge_files_are_refused_before_a_byte_is_sent() {
        refused(400, () -> uploads.announce("empty.mp4", 0));
        refused(413, () -> uploads.announce("huge.mp4", 1_000_001));
    }

    @Test
    void what_does_not_come_any_more_is_given_up() {
        UUID id = uploads.announce("film.mp4", 7);
        uploads.send(id, 0, "a m");
        uploads.club.clock.passes(Duration.ofHours(23));
        uploads.tidyUp();
        assertThat(uploads.view(id).state()).isEqualTo(ArrivalState.RECEIVING);
        uploads.club.clock.passes(Duration.ofHours(2));
        uploads.tidyUp();
        assertThat(arriving()).isEmpty();
        refused(410, () -> uploads.send(id, 3, "atch"));
        uploads.club.clock.passes(Duration.ofHours(25));
        uploads.tidyUp();
        refused(404, () -> uploads.view(id));
    }

    @Test
    void whoever_gives_up_leaves_nothing() {
        UUID id = uploads.announce("film.mp4", 7);
        uploads.send(id, 0, "a m");
        uploads.club.database.inTransaction(() -> uploads.intake.cancel(uploads.club.admin, id));
        assertThat(arriving()).isEmpty();
        refused(404, () -> uploads.view(id));
    }

    @Test
    void an_upload_belongs_to_whoever_began_it() {
        UUID id = uploads.announce("film.mp4", 7);
        refused(404, () -> uploads.intake.view(uploads.club.stranger, id));
        refused(404, () -> uploads.intake.receive(uploads.club.stranger, id, 0, 3, null, stream("a m")));
        refused(404, () -> uploads.intake.cancel(uploads.club.player, id));
        refused(403, () -> uploads.announce(uploads.club.player, "film.mp4", 7));
        refused(
                404,
                () -> uploads.intake.announce(
                        uploads.club.stranger, uploads.club.club.id().toString(), new ArrivalName("film.mp4"), 7));
    }

    @Test
    void names_are_shown_and_never_followed() {
        assertThat(new ArrivalName("../../etc/passwd").text()).isEqualTo("passwd");
        assertThat(new ArrivalName("C:\\films\\Finale.mov").title()).isEqualTo("Finale");
        assertThat(new ArrivalName("a\u0000b\n\u202Egpj.mp4").text()).isEqualTo("abgpj.mp4");
        assertThat(new ArrivalName("é".repeat(10_000)).text()).hasSize(200);
        assertThat(new ArrivalName("🎾".repeat(10_000)).title()).hasSize(200).endsWith("🎾");
        for (String nothing : new String[] {null, "", "  ", "..", "/", "\u0001"})
            assertThat(new ArrivalName(nothing).title()).isEqualTo("video");
        ArrivalView upload = uploads.upload("../../" + "x".repeat(10_000), MATCH);
        assertThat(uploads.video(upload.videoId()).file())
                .isEqualTo("videos/" + uploads.club.club.id() + "/" + upload.id() + ".mp4");
    }

    @Test
    void what_a_client_says_of_a_file_is_read_carefully() {
        String name = Base64.getEncoder().encodeToString("Été.mp4".getBytes(StandardCharsets.UTF_8));
        UploadMetadata said = UploadMetadata.parse("filename " + name + ",club_id bGFj, is_public");
        assertThat(said.name().text()).isEqualTo("Été.mp4");
        assertThat(said.get("club_id")).isEqualTo("lac");
        assertThat(UploadMetadata.parse(null).name().text()).isEqualTo("video");
        refused(400, () -> UploadMetadata.parse("filename ***"));
    }

    @Test
    void the_library_does_not_see_what_is_on_its_way() throws Exception {
        UUID id = uploads.announce("film.mp4", MATCH.length());
        uploads.send(id, 0, MATCH);
        Path inLibrary = uploads.club.data.videos(uploads.club.club.id()).resolve(id + ".mp4");
        Files.copy(uploads.files.of(id), inLibrary);
        var inventory = club.courtside.library.inventory.Inventory.take(
                uploads.club.data.root(),
                uploads.club.database.source()::getConnection,
                java.util.Set.of(),
                Instant.now().plus(Duration.ofHours(1)));
        assertThat(inventory.differences()).isEmpty();
    }

    private List<Path> arriving() {
        try (var files = Files.list(uploads.club.data.arriving())) {
            return files.toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static UploadChecksum sha1(String content) throws Exception {
        byte[] sum = MessageDigest.getInstance("SHA-1").digest(content.getBytes(StandardCharsets.ISO_8859_1));
        return UploadChecksum.parse("sha1 " + Base64.getEncoder().encodeToString(sum));
    }

    private static AbstractThrowableAssert<?, ?> refused(int status, ThrowingCallable call) {
        return assertThatThrownBy(call)
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.status())
                        .isEqualTo(status));
    }
}
