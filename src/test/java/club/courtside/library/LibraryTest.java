package club.courtside.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import club.courtside.account.Caller;
import club.courtside.court.EngineSeam;
import club.courtside.engine.api.Reason;
import club.courtside.engine.api.RecordingState;
import club.courtside.engine.api.StripSpec;
import club.courtside.platform.ProblemException;
import club.courtside.session.Recording;
import club.courtside.session.TestClub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryTest {

    @TempDir
    Path folder;

    private TestLibrary shelf;
    private TestClub club;
    private Videos videos;
    private VideoFiles files;
    private Library library;
    private UUID session;

    @BeforeEach
    void open_the_library() {
        shelf = new TestLibrary(folder);
        club = shelf.club;
        videos = shelf.videos;
        files = shelf.files;
        library = shelf.library;
        session = shelf.session;
    }

    @AfterEach
    void close_the_library() {
        shelf.close();
    }

    private UUID record() {
        return shelf.record();
    }

    @Test
    void a_recording_that_ended_stands_in_the_library() {
        UUID id = record();

        VideoDetails video = library.details(club.player, id);

        assertThat(video.card().status()).isEqualTo(VideoStatus.READY);
        assertThat(video.card().durationSeconds()).isEqualTo(12);
        assertThat(video.card().sizeBytes()).isEqualTo("a match".length());
        assertThat(video.videoCodec()).isEqualTo("h264");
        assertThat(video.recording().plannedSeconds()).isEqualTo(3600);
    }

    @Test
    void each_angle_of_a_match_is_a_video_of_its_own_that_knows_the_others() {
        club.close(club.player, session);
        club.anotherAngle("Above");
        UUID both = club.open(club.player);
        UUID main = shelf.record(both);

        Page<VideoView> found = library.list(club.player, VideoQuery.EVERYTHING, 1, 20);
        assertThat(found.items())
                .extracting(VideoView::title)
                .satisfiesExactlyInAnyOrder(
                        title -> assertThat(title).startsWith("Central").doesNotContain("Above"),
                        title -> assertThat(title).startsWith("Central").endsWith(" · Above"));
        assertThat(library.view(club.player, main).angles())
                .singleElement()
                .returns("Above", VideoAngle::name)
                .returns(0.0, VideoAngle::secondsAhead);
        assertThat(library.details(club.player, main).angles())
                .extracting(VideoAngle::name)
                .containsExactly("Main", "Above");
        assertThat(statusOf(() -> library.meantBy(club.player, both))).isEqualTo(409);
    }

    @Test
    void the_takes_of_a_session_are_different_matches() {
        UUID first = record();
        record();

        assertThat(library.view(club.player, first).angles()).isEmpty();
    }

    @Test
    void a_recording_stands_in_the_library_from_its_first_frame_on() {
        Recording recording = club.start(club.player, session, 60);
        assertThat(library.count(club.player, VideoQuery.EVERYTHING)).isZero();

        club.report(recording, RecordingState.RECORDING, 7);

        VideoCard growing = library.details(club.player, recording.id()).card();
        assertThat(growing.status()).isEqualTo(VideoStatus.RECORDING);
        assertThat(growing.durationSeconds()).isEqualTo(7);
        assertThat(statusOf(() -> delete(club.admin, recording.id()))).isEqualTo(409);
    }

    @Test
    void a_players_video_exists_only_for_them_and_their_staff() {
        UUID id = record();

        assertThat(library.search(club.player, VideoQuery.EVERYTHING, 0, 20)).hasSize(1);
        assertThat(library.search(club.admin, VideoQuery.EVERYTHING, 0, 20)).hasSize(1);
        assertThat(library.count(club.admin, VideoQuery.EVERYTHING)).isEqualTo(1);
        for (Caller other : new Caller[] {club.otherPlayer, club.stranger}) {
            assertThat(library.count(other, VideoQuery.EVERYTHING)).isZero();
            assertThat(statusOf(() -> library.details(other, id))).isEqualTo(404);
        }
    }

    @Test
    void a_video_is_found_by_title_court_and_player() {
        UUID id = record();
        club.database.inTransaction(() -> {
            library.rename(club.player, id, "100 % _finale_");
        });

        for (String text : new String[] {"FINALE", "100 %", "_fin", "centr", "ana"})
            assertThat(library.count(club.admin, new VideoQuery(null, text)))
                    .as(text)
                    .isEqualTo(1);
        for (String text : new String[] {"1000", "x%y", "_x"})
            assertThat(library.count(club.admin, new VideoQuery(null, text)))
                    .as(text)
                    .isZero();
        assertThat(library.count(club.admin, new VideoQuery(UUID.randomUUID(), null)))
                .isZero();
    }

    @Test
    void pages_are_cut_by_the_database() {
        for (int i = 0; i < 5; i++) record();

        assertThat(library.search(club.admin, VideoQuery.EVERYTHING, 2, 2)).hasSize(2);
        Page<VideoView> second = library.list(club.admin, VideoQuery.EVERYTHING, 2, 2);
        assertThat(second.items()).hasSize(2);
        assertThat(second.page()).isEqualTo(2);
    }

    @Test
    void every_page_knows_how_many_there_are() {
        for (int i = 0; i < 5; i++) record();

        for (int page = 1; page <= 4; page++)
            assertThat(library.list(club.admin, VideoQuery.EVERYTHING, page, 2).total())
                    .isEqualTo(5);
        assertThat(library.list(club.admin, VideoQuery.EVERYTHING, 1, 5).total())
                .isEqualTo(5);
        assertThat(library.list(club.admin, new VideoQuery(null, "nowhere"), 1, 2)
                        .total())
                .isZero();
    }

    @Test
    void a_certificate_says_what_the_camera_sent_and_what_is_kept() {
        UUID id = record();

        CertificateView certificate = library.certificate(club.player, id);
        Certificate page = new Certificate(library.details(club.player, id).recording(), club.club.timeZone());

        assertThat(certificate.packetsReceived()).isEqualTo(864).isEqualTo(certificate.packetsWritten());
        assertThat(certificate.plannedSeconds()).isEqualTo(3600);
        assertThat(certificate.deliveredSeconds()).isEqualTo(12);
        assertThat(page.getNotKept()).isZero();
        assertThat(page.getEarlySeconds()).isEqualTo(3588);
        assertThat(page.getEarlyText()).isEqualTo("certificate.early");
        assertThat(statusOf(() -> library.certificate(club.otherPlayer, id))).isEqualTo(404);
    }

    @Test
    void players_delete_only_where_the_club_lets_them() throws Exception {
        UUID id = record();
        Path file = files.of(videos.find(id).orElseThrow());

        assertThat(statusOf(() -> delete(club.player, id))).isEqualTo(403);
        assertThat(file).exists();
        delete(club.admin, id);
        assertThat(file).doesNotExist();
        assertThat(statusOf(() -> delete(club.admin, id))).isEqualTo(404);
        assertThat(Files.exists(file.getParent())).isTrue();
    }

    @Test
    void a_session_with_one_video_stands_for_it() {
        UUID id = record();
        assertThat(library.meantBy(club.player, session)).isEqualTo(id);

        record();
        assertThat(statusOf(() -> library.meantBy(club.player, session))).isEqualTo(409);
        assertThat(statusOf(() -> library.meantBy(club.otherPlayer, session))).isEqualTo(404);
    }

    @Test
    void a_picture_is_taken_at_half_its_length_and_tried_again_when_it_fails() {
        UUID id = record();
        Thumbnails thumbnails =
                new Thumbnails(new ThumbnailLedger(videos, club.updates), files, EngineSeam.connected(club.engine));
        club.engine.refuses(new Reason("internal", "no picture"));
        club.database.inTransaction(() -> thumbnails.make());
        assertThat(library.details(club.player, id).card().thumbnailUrl()).isNull();

        club.engine.refuses(null);
        club.database.inTransaction(() -> thumbnails.make());

        assertThat(club.engine.thumbnails).singleElement().returns(6.0, spec -> spec.seconds());
        assertThat(library.details(club.player, id).card().thumbnailUrl()).endsWith(id + ".jpg");
    }

    @Test
    void a_video_of_some_length_gets_a_strip_after_its_picture_and_loses_both_together() {
        UUID id = record();
        ThumbnailLedger ledger = new ThumbnailLedger(videos, club.updates);
        Thumbnails thumbnails = new Thumbnails(ledger, files, EngineSeam.connected(club.engine));
        Strips strips = new Strips(ledger, files, EngineSeam.connected(club.engine));
        club.database.inTransaction(() -> strips.make(() -> true));
        assertThat(club.engine.strips).isEmpty();

        club.database.inTransaction(() -> thumbnails.make());
        club.database.inTransaction(() -> strips.make(() -> false));
        assertThat(club.engine.strips).isEmpty();
        club.database.inTransaction(() -> strips.make(() -> true));
        club.database.inTransaction(() -> strips.make(() -> true));

        assertThat(club.engine.strips)
                .singleElement()
                .returns(6, StripSpec::pictures)
                .returns(files.stripOf(id).toString(), StripSpec::to);
        assertThat(library.details(club.player, id).card())
                .returns("/media/videos/" + id + ".strip.jpg", VideoCard::stripUrl)
                .returns(6, VideoCard::stripPictures);
        club.database.inTransaction(
                () -> videos.find(id).orElseThrow().pictures().thumbnailLost());
        assertThat(library.details(club.player, id).card().stripUrl()).isNull();
    }

    @Test
    void pictures_that_are_made_while_the_video_is_deleted_do_not_stay() {
        UUID id = record();
        ThumbnailLedger ledger = new ThumbnailLedger(videos, club.updates);
        Path picture = files.thumbnailOf(id);
        club.engine.draws(to -> {
            delete(club.admin, id);
            draw(to);
        });

        new Thumbnails(ledger, files, EngineSeam.connected(club.engine)).make();

        assertThat(club.engine.thumbnails).hasSize(1);
        assertThat(picture).doesNotExist();
    }

    private static void draw(Path picture) {
        try {
            Files.createDirectories(picture.getParent());
            Files.writeString(picture, "a picture");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void delete(Caller caller, UUID id) {
        club.database.inTransaction(() -> shelf.deletion.delete(caller, id));
    }

    private static int statusOf(ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).status();
    }

    @Test
    void a_clubs_videos_go_with_it_once_that_is_confirmed() {
        UUID id = record();
        Path file = shelf.file(id);
        club.close(club.player, session);

        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> deleteClub(null));
        assertThat(refused.problem().detail()).contains("1 court and 1 video (0.0 GB)");
        assertThat(shelf.video(id).isDeleted()).isFalse();

        deleteClub("lac");

        assertThat(videos.find(id)).isEmpty();
        shelf.in(() -> shelf.reconciliation.makeAgree());
        assertThat(file).doesNotExist();
        club.database.entities().clear();
        assertThat(videos.known(id)).isEmpty();
    }

    private void deleteClub(String confirmation) {
        club.database.inTransaction(() -> club.clubAdministration.delete(club.admin, club.club.id(), confirmation));
    }
}
