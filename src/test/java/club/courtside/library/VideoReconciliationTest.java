package club.courtside.library;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.engine.api.Reason;
import club.courtside.engine.api.RecordingState;
import club.courtside.library.inventory.Difference;
import club.courtside.library.inventory.Kind;
import club.courtside.library.inventory.Reasons;
import club.courtside.session.Recording;
import club.courtside.support.FakeEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalogue and the disk, brought to disagree in every way that a crash or a person can bring about. */
class VideoReconciliationTest {

    @TempDir
    Path folder;

    private TestLibrary shelf;

    @BeforeEach
    void open_the_library() {
        shelf = new TestLibrary(folder);
    }

    @AfterEach
    void close_the_library() {
        shelf.close();
    }

    private List<Kind> differences() {
        return shelf.reconciliation.inventory().differences().stream()
                .map(Difference::kind)
                .toList();
    }

    private void makeAgree() {
        shelf.in(() -> shelf.reconciliation.makeAgree());
    }

    private Path inClub(String name, String content) throws IOException {
        Path file = shelf.club.data.videos(shelf.club.club.id()).resolve(name);
        Files.writeString(file, content);
        return settled(file);
    }

    /** By the test's clock it was written some time ago. */
    private Path settled(Path file) throws IOException {
        return Files.setLastModifiedTime(
                file, FileTime.from(shelf.club.clock.instant().minusSeconds(3600)));
    }

    @Test
    void a_library_as_it_was_left_agrees() {
        shelf.record();
        shelf.record();
        assertThat(differences()).isEmpty();
        assertThat(shelf.reconciliation.inventory().videos()).isEqualTo(2);
    }

    @Test
    void a_video_whose_file_is_gone_is_shown_as_failed_until_the_file_is_back() throws IOException {
        UUID id = shelf.record();
        Path away = Files.move(shelf.file(id), folder.resolve("away.mp4"));

        makeAgree();
        assertThat(shelf.video(id)).returns(VideoStatus.FAILED, Video::status).returns(Reasons.MISSING, Video::reason);
        assertThat(differences()).containsExactly(Kind.MISSING);

        Files.move(away, shelf.file(id));
        makeAgree();
        assertThat(shelf.video(id)).returns(VideoStatus.READY, Video::status).returns(null, Video::reason);
        assertThat(differences()).isEmpty();
    }

    @Test
    void the_videos_may_lie_on_another_disk_behind_a_link() throws IOException {
        UUID id = shelf.record();
        Path videos = shelf.club.data.videos();
        Path disk = Files.move(videos, folder.resolve("disk"));
        Files.createSymbolicLink(videos, disk);

        makeAgree();

        assertThat(shelf.club.data.videos()).isEqualTo(videos);
        assertThat(shelf.video(id).status()).isEqualTo(VideoStatus.READY);
        assertThat(differences()).isEmpty();
    }

    @Test
    void what_is_being_recorded_is_left_alone() throws IOException {
        Recording recording = shelf.club.start(shelf.club.player, shelf.session, 60);
        shelf.club.report(recording, RecordingState.RECORDING, 30);
        shelf.club.clock.passes(Duration.ofMinutes(5));
        assertThat(differences()).isEmpty();

        settled(Files.writeString(folder.resolve(recording.file()), "grows"));
        makeAgree();

        assertThat(shelf.club.engine.finished).isEmpty();
        assertThat(folder.resolve(recording.file())).hasContent("grows");
        assertThat(shelf.video(recording.id()).isRecording()).isTrue();
    }

    @Test
    void a_recording_that_nobody_records_any_more_is_said_to_be_unfinished() {
        Recording recording = shelf.club.start(shelf.club.player, shelf.session, 60);
        shelf.club.report(recording, RecordingState.RECORDING, 30);
        shelf.club.engine.forgetsEverything();
        shelf.club.clock.passes(Duration.ofMinutes(5));

        assertThat(differences()).containsExactly(Kind.UNENDED);
    }

    @Test
    void a_file_that_was_left_unfinished_is_put_in_order_before_it_is_shown() throws IOException {
        UUID id = shelf.record();
        Path file = shelf.file(id);
        Path crashed = settled(Files.move(file, file.resolveSibling(shelf.session + ".crash.mp4")));

        makeAgree();

        assertThat(shelf.club.engine.finished).containsExactly(file.toString());
        assertThat(crashed).doesNotExist();
        assertThat(shelf.video(id))
                .returns(VideoStatus.READY, Video::status)
                .returns(null, Video::reason)
                .returns((long) FakeEngine.FINISHED.length(), Video::bytes);
        assertThat(shelf.recording(id).sha256()).isEqualTo(FakeEngine.SHA_256);
        assertThat(differences()).isEmpty();
    }

    @Test
    void a_file_in_fragments_is_unfinished_whatever_the_catalogue_says() throws IOException {
        UUID id = shelf.record();
        Files.write(shelf.file(id), FRAGMENTS);

        assertThat(differences()).containsExactly(Kind.UNFINISHED);
        makeAgree();
        assertThat(shelf.club.engine.finished).hasSize(1);
        assertThat(differences()).isEmpty();
    }

    /** Boxes of 8 bytes: ftyp, moov, moof, mdat. */
    private static final byte[] FRAGMENTS =
            "\0\0\0\10ftyp\0\0\0\10moov\0\0\0\10moof\0\0\0\10mdat".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    @Test
    void a_file_that_was_changed_stays_playable_but_its_certificate_does_not_hold() throws IOException {
        UUID id = shelf.record();
        Files.writeString(shelf.file(id), FakeEngine.MATCH + " that somebody has cut");

        makeAgree();
        assertThat(shelf.video(id)).returns(VideoStatus.READY, Video::status).returns(Reasons.CHANGED, Video::reason);
        assertThat(differences()).containsExactly(Kind.CHANGED);

        Files.writeString(shelf.file(id), FakeEngine.MATCH);
        makeAgree();
        assertThat(shelf.video(id).reason()).isNull();
        assertThat(differences()).isEmpty();
    }

    @Test
    void a_file_that_is_no_video_any_more_is_shown_as_failed_and_kept() throws IOException {
        UUID id = shelf.record();
        Files.writeString(shelf.file(id), "torn");

        makeAgree();

        assertThat(shelf.video(id)).returns(Reasons.UNREADABLE, Video::reason);
        assertThat(differences()).containsExactly(Kind.UNREADABLE);
        assertThat(shelf.file(id)).hasContent("torn");
    }

    @Test
    void nothing_is_written_down_while_the_engine_cannot_look() throws IOException {
        UUID id = shelf.record();
        Files.writeString(shelf.file(id), "torn");
        shelf.club.engine.refuses(new Reason("timeout", "the disk is slow"));

        makeAgree();

        assertThat(shelf.video(id).status()).isEqualTo(VideoStatus.READY);
        assertThat(differences()).containsExactly(Kind.SIZE);
    }

    @Test
    void the_file_of_a_recording_without_video_is_taken_into_the_library_of_its_player() throws IOException {
        UUID id = shelf.record();
        shelf.in(() -> shelf.videos.remove(shelf.videos.find(id).orElseThrow()));
        settled(folder.resolve(shelf.recording(id).file()));
        assertThat(differences()).containsExactly(Kind.NOT_IN_LIBRARY);

        makeAgree();

        VideoDetails video = shelf.library.details(shelf.club.player, id);
        assertThat(video.card().status()).isEqualTo(VideoStatus.READY);
        assertThat(video.card().durationSeconds()).isEqualTo(12);
        assertThat(differences()).isEmpty();
    }

    @Test
    void a_video_that_somebody_put_into_a_clubs_folder_belongs_to_the_club() throws IOException {
        inClub("Finale 2019.mp4", FakeEngine.MATCH);
        assertThat(differences()).containsExactly(Kind.UNKNOWN);

        makeAgree();

        assertThat(shelf.library.count(shelf.club.player, VideoQuery.EVERYTHING))
                .isZero();
        assertThat(shelf.library.search(shelf.club.admin, VideoQuery.EVERYTHING, 0, 20))
                .singleElement()
                .returns("Finale 2019", VideoCard::title)
                .returns(Origin.IMPORT, VideoCard::origin)
                .returns(VideoStatus.READY, VideoCard::status);
        assertThat(differences()).isEmpty();
    }

    @Test
    void what_is_still_being_copied_into_place_is_no_file_yet() throws IOException {
        Path copying = inClub("half.mp4", FakeEngine.MATCH);
        Files.setLastModifiedTime(copying, FileTime.from(shelf.club.clock.instant()));
        assertThat(differences()).isEmpty();
    }

    @Test
    void files_that_are_no_videos_are_listed_and_never_touched() throws IOException {
        Path notes = inClub("notes.txt", "keep out");
        Path nothing = inClub("nothing.mp4", "no video");
        Path remains = inClub("old.unreadable.mp4", "torn");
        Path elsewhere = settled(Files.writeString(
                Files.createDirectories(folder.resolve("videos/nobody")).resolve("x.mp4"), FakeEngine.MATCH));

        makeAgree();

        assertThat(differences()).containsExactlyInAnyOrder(Kind.STRAY, Kind.UNKNOWN, Kind.REMAINS, Kind.STRAY);
        for (Path file : List.of(notes, nothing, remains, elsewhere))
            assertThat(file).exists();
    }

    @Test
    void a_fingerprint_that_was_never_computed_is_made_up_for() {
        UUID id = shelf.record();
        assertThat(shelf.recording(id).sha256()).isNull();
        shelf.club.clock.passes(Duration.ofMinutes(11));
        assertThat(differences()).containsExactly(Kind.NO_CHECKSUM);

        makeAgree();

        // printf 'a match' | sha256sum
        assertThat(shelf.recording(id).sha256())
                .isEqualTo("51e593f6aa50221d0d4578d865476dd412475bdcd8117119736a6f0463b0d910");
        assertThat(differences()).isEmpty();
    }

    @Test
    void pictures_follow_their_videos() throws IOException {
        UUID id = shelf.record();
        shelf.in(() -> shelf.videos.find(id).orElseThrow().pictures().thumbnailMade());
        Path left = settled(Files.writeString(shelf.files.thumbnailOf(UUID.randomUUID()), "a picture"));
        assertThat(differences()).containsExactlyInAnyOrder(Kind.NO_THUMBNAIL, Kind.LEFT_THUMBNAIL);

        makeAgree();

        assertThat(left).doesNotExist();
        assertThat(shelf.video(id).pictures().hasThumbnail()).isFalse();
        assertThat(differences()).isEmpty();
    }

    @Test
    void a_strip_that_alone_is_lost_is_made_anew() throws IOException {
        UUID id = shelf.record();
        Files.writeString(shelf.files.thumbnailOf(id), "a picture");
        Path strip = Files.writeString(shelf.files.stripOf(id), "small pictures");
        shelf.in(() -> {
            shelf.videos.find(id).orElseThrow().pictures().thumbnailMade();
            shelf.videos.find(id).orElseThrow().pictures().stripMade(6);
        });
        assertThat(differences()).isEmpty();
        Files.delete(strip);
        assertThat(differences()).containsExactly(Kind.NO_STRIP);

        makeAgree();

        assertThat(shelf.videos.withoutStrip(10)).extracting(Video::id).containsExactly(id);
        assertThat(shelf.video(id).pictures().hasThumbnail()).isTrue();
        assertThat(differences()).isEmpty();
    }

    /** Killed after each of the three steps: never a row that looks playable without its file. */
    @Test
    void a_deletion_that_was_killed_halfway_is_finished() throws IOException {
        UUID before = shelf.record();
        UUID after = shelf.record();
        Path first = shelf.file(before);
        Path second = shelf.file(after);
        shelf.in(() -> shelf.ledger.delete(shelf.club.admin, before));
        shelf.in(() -> shelf.ledger.delete(shelf.club.admin, after));
        Files.delete(second);
        assertThat(shelf.library.count(shelf.club.admin, VideoQuery.EVERYTHING)).isZero();
        assertThat(differences()).containsExactly(Kind.HALF_DELETED, Kind.HALF_DELETED);

        makeAgree();

        assertThat(first).doesNotExist();
        assertThat(shelf.videos.known(before)).isEmpty();
        assertThat(shelf.videos.known(after)).isEmpty();
        assertThat(differences()).isEmpty();
    }

    @Test
    void every_difference_is_one_line_that_says_what_to_do() throws IOException {
        UUID id = shelf.record();
        Files.delete(shelf.file(id));
        assertThat(shelf.reconciliation.inventory().differences())
                .singleElement()
                .extracting(Difference::line)
                .asString()
                .startsWith("videos/")
                .contains("the file is missing. Put it back")
                .hasLineCount(1);
    }

    /** All columns but those that are one video's own or the database's. */
    private static final String COPIED = "club_id, court_id, owner_id, origin, status, title, started_at, created_at,"
            + " duration_seconds, size_bytes, width, height, video_codec, audio_codec, keep, has_thumbnail,"
            + " thumbnail_attempts, take, angle, angle_name, reason_code, deleted_at, sha256";

    @Test
    void a_thousand_videos_are_compared_without_looking_into_each() throws Exception {
        UUID id = shelf.record();
        Path file = shelf.file(id);
        try (var connection = shelf.club.database.source().getConnection();
                var row = connection.prepareStatement("insert into videos (id, file, " + COPIED + ") select ?, ?, "
                        + COPIED + " from videos where id = ?")) {
            for (int i = 0; i < 1000; i++) {
                Path copy = Files.copy(file, file.resolveSibling("copy-" + i + ".mp4"));
                row.setObject(1, UUID.randomUUID());
                row.setString(2, folder.relativize(copy).toString());
                row.setObject(3, id);
                row.addBatch();
            }
            row.executeBatch();
        }
        long before = System.nanoTime();
        assertThat(differences()).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMinutes(1));
        assertThat(shelf.reconciliation.inventory().videos()).isEqualTo(1001);
    }
}
