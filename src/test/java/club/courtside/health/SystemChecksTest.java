package club.courtside.health;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.account.User;
import club.courtside.court.CameraFeeds;
import club.courtside.court.Cameras;
import club.courtside.court.Club;
import club.courtside.court.EngineSeam;
import club.courtside.engine.api.MediaInfo;
import club.courtside.engine.api.MediaTrack;
import club.courtside.health.work.WorkDesk;
import club.courtside.library.Video;
import club.courtside.library.Videos;
import club.courtside.platform.CurrentSettings;
import club.courtside.platform.queue.QueueReport;
import club.courtside.session.DiskSpace;
import club.courtside.session.TestClub;
import club.courtside.support.ProcessingFarm;
import club.courtside.upload.TargetHealth;
import club.courtside.upload.target.Bandwidth;
import club.courtside.upload.target.Line;
import club.courtside.upload.target.ProcessingServer;
import club.courtside.upload.target.TargetSettings;
import club.courtside.upload.target.Tus;
import club.courtside.upload.target.UploadTarget;
import club.courtside.upload.target.UploadTargets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each thing that goes wrong is said, with how bad it is and a reason; what is in order is not. */
class SystemChecksTest {

    private static final long MOST_BYTES = 1_000_000_000_000_000L;

    @TempDir
    Path folder;

    private final ProcessingFarm farm = new ProcessingFarm();
    private final List<QueueReport.Line> lines = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>(Map.of("COURTSIDE_MIN_FREE_GB", "0"));
    private TestClub club;
    private TargetHealth targets;

    @BeforeEach
    void open() {
        club = new TestClub(folder);
        environment.put("VULTR_API_URL", farm.address());
        environment.put("VULTR_API_KEY", ProcessingFarm.KEY);
    }

    @AfterEach
    void close() {
        farm.close();
        club.close();
    }

    private SystemChecks checks() {
        CurrentSettings settings = club.settings(environment);
        var limits = new TargetSettings(settings);
        var line = new Line(limits);
        var bandwidth = new Bandwidth(limits);
        UploadTarget server =
                new ProcessingServer(limits, line, new Tus(line, bandwidth, club.clock), bandwidth, club.clock);
        targets = new TargetHealth(new UploadTargets(List.of(server)), club.clock);
        var entities = club.database.entities();
        var videos = new Videos(entities);
        var disk = new DiskSpace(club.data, club.recordings, club.clock, settings);
        return new SystemChecks(
                new HealthChecks(club.cameraEngine, disk),
                club.database.source(),
                new Cameras(entities),
                new CameraFeeds(club.cameraEngine, club.updates),
                new DiskForecast(disk, videos, club.clock),
                new WorkDesk(List.of(queue()), List.of(), videos, club.clock),
                targets,
                club.data,
                club.clock);
    }

    private QueueReport queue() {
        return new QueueReport() {
            @Override
            public List<Line> lines() {
                return lines;
            }

            @Override
            public List<Line> lines(Set<UUID> clubs) {
                return lines;
            }
        };
    }

    private Check check(String name) {
        return check(checks(), name);
    }

    private Check check(SystemChecks checks, String name) {
        return club.in(checks::fullReport).checks().stream()
                .filter(found -> found.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void assertWrong(Check check, Verdict how, String reason) {
        assertThat(check.state()).isEqualTo(how);
        assertThat(check.reason()).isEqualTo(reason);
        assertThat(check.detail()).isNotBlank();
    }

    private static void assertHealthy(Check check) {
        assertThat(check.state()).as(check.detail()).isEqualTo(Verdict.HEALTHY);
        assertThat(check.reason()).isNull();
    }

    private Instant ago(Duration time) {
        return club.clock.instant().minus(time);
    }

    private void work(String kind, String state, long count, Instant oldest) {
        lines.add(new QueueReport.Line("job", kind, state, count, oldest));
    }

    @Test
    void what_waits_for_a_worker_for_more_than_ten_minutes_is_said() {
        work("convert", "queued", 2, ago(Duration.ofMinutes(3)));
        work("describe", "queued", 3, ago(Duration.ofMinutes(10)));
        assertHealthy(check("queue"));

        work("subtitle", "queued", 1, ago(Duration.ofMinutes(11)));

        assertWrong(check("queue"), Verdict.DEGRADED, "slow");
        assertThat(check("queue").figures()).containsExactly(6L, 11L);
    }

    @Test
    void what_is_being_done_or_waits_for_its_next_attempt_waits_for_no_worker() {
        work("convert", "running", 1, ago(Duration.ofHours(5)));
        work("subtitle", "waiting", 1, ago(Duration.ofHours(5)));
        work("describe", "done", 9, null);
        assertHealthy(check("queue"));
    }

    @Test
    void a_disk_with_nothing_but_its_reserve_starts_no_recording() {
        assertHealthy(check("disk"));
        environment.put("COURTSIDE_MIN_FREE_GB", "10000000");
        assertWrong(check("disk"), Verdict.UNHEALTHY, "low");
    }

    @Test
    void a_disk_that_is_full_within_a_day_is_said() {
        recorded(1000);
        assertHealthy(check("disk"));
        recorded(MOST_BYTES);
        assertWrong(check("disk"), Verdict.DEGRADED, "full_soon");
        club.clock.passes(Duration.ofDays(8));
        assertHealthy(check("disk"));
    }

    private void recorded(long bytes) {
        club.database.inTransaction(() -> {
            UUID id = UUID.randomUUID();
            Video video = new Video(
                    id,
                    club.database.entities().find(Club.class, club.club.id()),
                    club.database.entities().find(User.class, club.player.id()),
                    "videos/" + id + ".mp4",
                    "Finale",
                    club.clock.instant(),
                    club.clock.instant());
            video.arrived(
                    new MediaInfo(60, bytes, new MediaTrack("h264", 1920, 1080, 0, 0), null), true, "ab".repeat(32));
            club.database.entities().persist(video);
        });
    }

    @Test
    void a_missing_model_is_said_once_a_step_was_skipped_for_it() throws IOException {
        work("convert", "skipped", 1, null);
        assertHealthy(check("models"));
        work("subtitle", "skipped", 1, null);
        assertWrong(check("models"), Verdict.DEGRADED, "missing");

        Files.createDirectories(club.data.models());
        for (String part :
                List.of("vision_model.onnx", "text_decoder.onnx", "vocab.txt", "config.json", "ggml-base.bin"))
            Files.createFile(club.data.models().resolve(part));
        assertHealthy(check("models"));
    }

    @Test
    void a_target_that_cannot_be_used_is_said_once_somebody_has_looked() {
        SystemChecks checks = checks();
        farm.close();
        assertHealthy(check(checks, "targets"));

        targets.look();

        assertWrong(check(checks, "targets"), Verdict.DEGRADED, "failed");
    }

    @Test
    void without_an_engine_nothing_is_in_order() {
        assertHealthy(check("engine"));
        EngineSeam.gone(club.cameraEngine);
        assertWrong(check("engine"), Verdict.UNHEALTHY, "down");
        assertThat(club.in(checks()::report).status()).isEqualTo(Verdict.UNHEALTHY);
    }

    @Test
    void the_worst_of_all_is_the_verdict() {
        work("convert", "queued", 1, ago(Duration.ofHours(1)));
        assertThat(club.in(checks()::report).status()).isEqualTo(Verdict.DEGRADED);
        environment.put("COURTSIDE_MIN_FREE_GB", "10000000");
        assertThat(club.in(checks()::report).status()).isEqualTo(Verdict.UNHEALTHY);
    }
}
