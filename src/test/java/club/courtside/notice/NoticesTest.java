package club.courtside.notice;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.account.User;
import club.courtside.account.Users;
import club.courtside.court.Cameras;
import club.courtside.court.Club;
import club.courtside.court.ClubWish;
import club.courtside.court.Clubs;
import club.courtside.court.NoticePolicy;
import club.courtside.engine.api.MediaInfo;
import club.courtside.engine.api.MediaTrack;
import club.courtside.engine.api.Reason;
import club.courtside.engine.api.RecordingState;
import club.courtside.health.DiskForecast;
import club.courtside.library.Video;
import club.courtside.library.VideoArrived;
import club.courtside.library.Videos;
import club.courtside.platform.OwnAddress;
import club.courtside.platform.mail.MailServer;
import club.courtside.platform.queue.WorkEnded;
import club.courtside.platform.queue.WorkQueue;
import club.courtside.session.DiskSpace;
import club.courtside.session.Recording;
import club.courtside.session.RecordingEnded;
import club.courtside.session.TestClub;
import club.courtside.support.FiredEvents;
import club.courtside.support.Mailbox;
import club.courtside.support.WebhookReceiver;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticesTest {

    private static final String ADMIN = "admin@lac.example";
    private static final String PLAYER = "ana@lac.example";
    private static final Reason TIMEOUT = new Reason("timeout", "the camera does not answer");

    @TempDir
    Path folder;

    private final Mailbox mailbox = new Mailbox();
    private final WebhookReceiver hook = new WebhookReceiver();
    /** When each notice is due. */
    private final Map<UUID, Instant> due = new HashMap<>();

    private TestClub club;
    private NoticeLedger ledger;
    private NoticeWork work;
    private VideoNotices notices;
    private CameraOutages outages;

    @BeforeEach
    void open() {
        club = new TestClub(folder);
        var entities = club.database.entities();
        var smtp = mailbox.settings();
        var mail = new MailServer(
                Optional.of(smtp.get("SMTP_HOST")),
                Integer.parseInt(smtp.get("SMTP_PORT")),
                Optional.empty(),
                Optional.empty(),
                Optional.of(smtp.get("SMTP_FROM")),
                smtp.get("SMTP_TLS"));
        var webhook = new Webhook(Optional.of(hook.address()));
        var videos = new Videos(entities);
        ledger = new NoticeLedger(
                entities,
                new Receivers(new Users(entities), mail, webhook),
                new WorkQueue(club.database.source(), new FiredEvents<>(), club.clock),
                new OwnAddress(Optional.of("https://club.example"), Optional.empty(), "127.0.0.1", "8080"),
                club.clock);
        work = new NoticeWork(ledger, mail, webhook);
        notices = new VideoNotices(ledger, videos);
        outages = new CameraOutages(entities, new Cameras(entities), ledger, club.clock);
        club.events.observe(RecordingEnded.class, notices::ended);
        speaks(ADMIN, "fr");
        speaks(PLAYER, "en");
    }

    @AfterEach
    void close() {
        hook.close();
        mailbox.close();
        club.close();
    }

    private void speaks(String email, String language) {
        club.database.inTransaction(() -> {
            club.database
                    .entities()
                    .createQuery("update User u set u.locale = :language where u.email = :email")
                    .setParameter("language", language)
                    .setParameter("email", email)
                    .executeUpdate();
        });
    }

    /** What the workers do until nothing is due. */
    private void deliver() {
        List<UUID> open = club.in(() -> club.database
                .entities()
                .createQuery("select n.id from Notice n where n.endedAt is null", UUID.class)
                .getResultList());
        for (UUID id : open) {
            if (due.getOrDefault(id, Instant.MIN).isAfter(club.clock.instant())) continue;
            club.in(() -> work.perform(id, () -> false))
                    .ifPresentOrElse(next -> due.put(id, next), () -> due.remove(id));
        }
    }

    private void wants(NoticePolicy.Wish wish) {
        club.in(() -> club.clubAdministration.change(
                club.admin,
                club.club.id(),
                new ClubWish(null, null, null, null, null, null, null, null, null, null, null, wish)));
    }

    private void records(RecordingState end, double seconds) {
        UUID session = club.open(club.player);
        Recording recording = club.start(club.player, session, 60);
        club.clock.passes(Duration.ofMinutes(60));
        club.report(recording, end, seconds);
    }

    @Test
    void a_failed_recording_is_told_once_to_the_administrator_in_their_language_and_to_the_webhook() {
        records(RecordingState.FAILED, 0);
        deliver();
        deliver();

        assertThat(mailbox.subjectsFor(ADMIN)).singleElement().asString().startsWith("Un enregistrement a échoué");
        assertThat(mailbox.linkFor(ADMIN)).startsWith("/video.xhtml?id=");
        assertThat(mailbox.subjectsFor(PLAYER)).isEmpty();
        assertThat(hook.taken()).singleElement().satisfies(message -> {
            assertThat(message.path("content").asText())
                    .contains("Central")
                    .contains("https://club.example/video.xhtml")
                    .isEqualTo(message.path("text").asText());
            assertThat(message.path("allowed_mentions").path("parse")).isEmpty();
        });
    }

    @Test
    void a_recording_that_lacks_minutes_is_told_and_one_that_lacks_a_second_is_not() {
        records(RecordingState.COMPLETED, 3599);
        deliver();
        assertThat(mailbox.subjectsFor(ADMIN)).isEmpty();

        records(RecordingState.COMPLETED, 3000);
        deliver();
        assertThat(mailbox.subjectsFor(ADMIN)).singleElement().asString().startsWith("Un enregistrement est incomplet");
    }

    @Test
    void a_disk_that_will_be_full_within_a_day_is_told_once_a_day() {
        var entities = club.database.entities();
        var videos = new Videos(entities);
        var space = new DiskSpace(
                club.data, club.recordings, club.clock, club.settings(Map.of("COURTSIDE_MIN_FREE_GB", "0")));
        var disk =
                new DiskNotices(new DiskForecast(space, videos, club.clock), new Clubs(entities), ledger, club.clock);
        club.database.inTransaction(disk::look);
        deliver();
        assertThat(mailbox.subjectsFor(ADMIN)).isEmpty();
        assertThat(hook.asked()).isZero();

        club.database.inTransaction(() -> {
            Video petabyte = new Video(
                    UUID.randomUUID(),
                    entities.find(Club.class, club.club.id()),
                    entities.find(User.class, club.player.id()),
                    "videos/petabyte.mp4",
                    "Finale",
                    club.clock.instant(),
                    club.clock.instant());
            petabyte.arrived(
                    new MediaInfo(60, 1_000_000_000_000_000L, new MediaTrack("h264", 1920, 1080, 0, 0), null),
                    true,
                    "ab".repeat(32));
            videos.add(petabyte);
        });
        club.database.inTransaction(disk::look);
        club.database.inTransaction(disk::look);
        deliver();
        assertThat(mailbox.subjectsFor(ADMIN)).singleElement().asString().startsWith("Le disque est bientôt plein");
        assertThat(hook.taken()).hasSize(1);

        club.clock.passes(Duration.ofDays(1));
        club.database.inTransaction(disk::look);
        deliver();
        assertThat(mailbox.subjectsFor(ADMIN)).hasSize(2);
    }

    @Test
    void what_a_club_does_not_want_to_hear_is_not_told() {
        wants(new NoticePolicy.Wish(false, null, null, null, null));
        records(RecordingState.FAILED, 0);
        deliver();

        assertThat(mailbox.subjectsFor(ADMIN)).isEmpty();
        assertThat(hook.asked()).isZero();
    }

    @Test
    void a_webhook_that_is_down_gets_it_later_and_once() {
        hook.answers(503, null);
        records(RecordingState.FAILED, 0);
        deliver();
        deliver();
        assertThat(hook.asked()).isEqualTo(1);

        club.clock.passes(Duration.ofSeconds(31));
        hook.answers(204, null);
        deliver();
        deliver();
        assertThat(hook.taken()).hasSize(1);
        assertThat(hook.asked()).isEqualTo(2);
        assertThat(mailbox.subjectsFor(ADMIN)).hasSize(1);
    }

    @Test
    void a_webhook_that_asks_for_patience_gets_it() {
        hook.answers(429, "600");
        records(RecordingState.FAILED, 0);
        deliver();

        hook.answers(204, null);
        club.clock.passes(Duration.ofSeconds(599));
        deliver();
        assertThat(hook.asked()).isEqualTo(1);
        club.clock.passes(Duration.ofSeconds(2));
        deliver();
        assertThat(hook.taken()).hasSize(1);
    }

    @Test
    void a_webhook_that_is_gone_for_good_is_not_asked_again_and_one_that_stays_down_is_given_up() {
        hook.answers(404, null);
        records(RecordingState.FAILED, 0);
        deliver();
        club.clock.passes(Duration.ofHours(2));
        deliver();
        assertThat(hook.asked()).isEqualTo(1);

        hook.answers(500, null);
        records(RecordingState.FAILED, 0);
        for (int i = 0; i < 12; i++) {
            deliver();
            club.clock.passes(Duration.ofHours(2));
        }
        assertThat(hook.asked()).isEqualTo(1 + 8);
    }

    @Test
    void a_camera_that_stays_away_is_told_once_and_so_is_its_return() {
        UUID camera = club.camera.id();
        for (int minute = 0; minute < 30; minute++) {
            lost(camera);
            deliver();
            club.clock.passes(Duration.ofMinutes(1));
        }
        assertThat(mailbox.subjectsFor(ADMIN)).containsExactly("Une caméra ne répond plus\u00a0: Central · Main");

        well(camera);
        well(camera);
        deliver();
        assertThat(mailbox.subjectsFor(ADMIN)).hasSize(2).last().asString().startsWith("La caméra est de retour");

        lost(camera);
        club.clock.passes(Duration.ofMinutes(1));
        lost(camera);
        deliver();
        assertThat(mailbox.subjectsFor(ADMIN)).hasSize(3);
        assertThat(hook.taken()).hasSize(3);
    }

    @Test
    void a_camera_that_is_away_for_a_moment_is_not_told_of() {
        lost(club.camera.id());
        club.clock.passes(Duration.ofSeconds(30));
        well(club.camera.id());
        deliver();

        assertThat(hook.asked()).isZero();
    }

    private void lost(UUID camera) {
        club.database.inTransaction(() -> outages.lost(camera, TIMEOUT));
    }

    private void well(UUID camera) {
        club.database.inTransaction(() -> outages.well(camera));
    }

    @Test
    void its_owner_hears_of_a_video_when_it_is_ready_and_nobody_else() {
        wants(new NoticePolicy.Wish(null, null, null, null, true));
        Video[] video = new Video[1];
        club.database.inTransaction(() -> {
            video[0] = uploaded();
            video[0].processing();
            notices.arrived(new VideoArrived(video[0]));
        });
        deliver();
        assertThat(mailbox.subjectsFor(PLAYER)).isEmpty();

        club.database.inTransaction(() -> {
            club.database.entities().find(Video.class, video[0].id()).processed(true);
        });
        club.clock.passes(Duration.ofMinutes(1));
        deliver();
        assertThat(mailbox.subjectsFor(PLAYER)).containsExactly("Your video is ready: Final");
        assertThat(mailbox.subjectsFor(ADMIN)).isEmpty();
        assertThat(hook.asked()).isZero();
    }

    @Test
    void a_job_that_was_given_up_is_told_but_not_one_that_was_cancelled() {
        Video[] video = new Video[1];
        club.database.inTransaction(() -> video[0] = uploaded());
        club.database.inTransaction(() -> notices.ended(ended(video[0], "cancelled")));
        deliver();
        assertThat(hook.asked()).isZero();

        club.database.inTransaction(() -> notices.ended(ended(video[0], "failed")));
        deliver();
        assertThat(mailbox.subjectsFor(ADMIN)).containsExactly("Abandonné\u00a0: Final");
        assertThat(hook.taken().get(0).path("text").asText()).contains("La conversion");
    }

    private static WorkEnded ended(Video video, String outcome) {
        return new WorkEnded(
                "job",
                UUID.randomUUID(),
                "convert",
                outcome,
                video.club().id(),
                video.id(),
                video.title(),
                "truncated",
                "the end of the file is missing",
                null,
                Instant.EPOCH);
    }

    private Video uploaded() {
        var entities = club.database.entities();
        UUID id = UUID.randomUUID();
        Video video = new Video(
                id,
                entities.find(Club.class, club.club.id()),
                entities.find(User.class, club.player.id()),
                "videos/" + club.club.id() + "/" + id + ".mp4",
                "Final",
                club.clock.instant(),
                club.clock.instant());
        video.arrived(
                new MediaInfo(60, 9_000_000, new MediaTrack("h264", 1920, 1080, 0, 0), null), true, "ab".repeat(32));
        entities.persist(video);
        return video;
    }
}
