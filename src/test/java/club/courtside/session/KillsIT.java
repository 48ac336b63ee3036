package club.courtside.session;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.support.Api;
import club.courtside.support.Await;
import club.courtside.support.Ffprobe;
import club.courtside.support.Match;
import club.courtside.support.RunningCourtside;
import club.courtside.support.Shared;
import club.courtside.support.Signal;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code kill -9} of the web application, of the engine and of both while the whole product records; and a hung engine. */
@ExtendWith(Shared.class)
class KillsIT {

    private static final Duration RESTART = Duration.ofMinutes(5);
    /** The muxer collects a second; the rest is how late the test sees the kill on a busy machine. */
    private static final double MAY_BE_LOST = 1.0 + 2.5;

    private enum Victim {
        ENGINE,
        WEB_APPLICATION,
        BOTH
    }

    private final RunningCourtside courtside;
    private final Api club;
    private final long seed = Long.getLong("courtside.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final List<Instant> engineKills = new ArrayList<>();

    KillsIT(RunningCourtside courtside) {
        this.courtside = courtside;
        this.club = courtside.api().as("club");
    }

    @Test
    void kills_of_every_kind_in_three_recordings_leave_three_files() throws IOException {
        System.out.println("KillsIT: -Dcourtside.seed=" + seed);
        try (Match first = Match.onCourt(courtside, club, "terrain-1").record(30);
                Match second = Match.onCourt(courtside, club, "terrain-2").record(30);
                Match third = Match.onCourt(courtside, club, "terrain-3").record(30)) {
            List<Match> matches = List.of(first, second, third);
            matches.forEach(match -> match.awaitElapsed(2));
            for (Victim victim : List.of(Victim.ENGINE, Victim.WEB_APPLICATION, Victim.BOTH)) {
                awaitMillis(random.nextInt(2000));
                kill(victim);
                matches.forEach(this::awaitThatItGoesOn);
            }
            matches.forEach(match -> assertWhole(match, match.stop()));
            assertNothingIsLeft();
        }
    }

    /** What is said of it may still be from before the kill; the gap is not. */
    private void awaitThatItGoesOn(Match match) {
        Await.until("the recording goes on", Duration.ofSeconds(90), () -> {
            JsonNode now = match.status();
            return now.path("state").asText().equals("recording")
                    && now.path("gaps").size() == engineKills.size();
        });
    }

    private void kill(Victim victim) {
        ProcessHandle engine = courtside.engine();
        ProcessHandle server = courtside.webApplication();
        if (victim != Victim.WEB_APPLICATION) {
            engineKills.add(Instant.now());
            engine.destroyForcibly();
        }
        if (victim != Victim.ENGINE) {
            server.destroyForcibly();
            Await.until("the web application is gone", () -> !server.isAlive());
            Await.until(
                    "another web application",
                    RESTART,
                    () -> courtside.webApplication().pid() != server.pid());
            Await.until("it answers", RESTART, courtside::answers);
        }
        if (victim != Victim.WEB_APPLICATION)
            Await.until(
                    "another engine",
                    Duration.ofSeconds(90),
                    () -> courtside.engine().pid() != engine.pid());
    }

    /** Not for something to happen, but to be killed at any moment. */
    private static void awaitMillis(int millis) {
        long end = System.nanoTime() + Duration.ofMillis(millis).toNanos();
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) LockSupport.parkNanos(left);
    }

    private void assertWhole(Match match, JsonNode end) {
        String seen = "seed " + seed + ": " + end;
        assertThat(Ffprobe.of(match.file()).decodeErrors()).as(seen).isEmpty();
        Instant startedAt =
                OffsetDateTime.parse(end.path("started_at").asText()).toInstant();
        assertThat(end.path("gaps")).as(seen).hasSameSizeAs(engineKills);
        for (int i = 0; i < engineKills.size(); i++) {
            double at = Duration.between(startedAt, engineKills.get(i)).toNanos() / 1e9;
            JsonNode gap = end.path("gaps").get(i);
            assertThat(gap.path("reason").asText()).as(seen).isEqualTo("engine_restarted");
            double start = gap.path("start_seconds").asDouble();
            assertThat(start).as(seen).isBetween(at - MAY_BE_LOST, at + 0.5);
            assertThat(start + gap.path("seconds").asDouble()).as(seen).isGreaterThan(at);
        }
    }

    private void assertNothingIsLeft() throws IOException {
        assertThat(courtside.processes().stream()
                        .filter(process ->
                                process.info().commandLine().orElse("").contains("EngineMain")))
                .hasSize(1);
        assertThat(courtside.processes().stream()
                        .filter(process ->
                                process.info().commandLine().orElse("").contains("payara-micro")))
                .hasSize(1);
        try (Stream<Path> videos = Files.walk(courtside.data().resolve("videos"))) {
            assertThat(videos.map(file -> file.getFileName().toString()).filter(name -> name.contains(".crash")))
                    .isEmpty();
        }
        if (Files.exists(courtside.data().resolve("tmp"))) {
            try (Stream<Path> temporary = Files.list(courtside.data().resolve("tmp"))) {
                assertThat(temporary.map(Path::getFileName).map(Path::toString).filter(n -> n.endsWith(".mp4")))
                        .isEmpty();
            }
        }
    }

    @Test
    void a_hung_engine_is_replaced_and_keeps_nobody_waiting() throws Exception {
        try (Match match =
                Match.onCourt(courtside, club, "terrain-1").record(30).awaitElapsed(3)) {
            ProcessHandle hung = courtside.engine();
            Signal.STOP.to(hung);
            long began = System.nanoTime();
            match.stop();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(12));
            assertThat(club.get("/api/video/health").json().path("status").asText())
                    .isIn("healthy", "degraded", "unhealthy");

            Await.until(
                    "another engine",
                    Duration.ofSeconds(90),
                    () -> courtside.engine().pid() != hung.pid());
            System.out.printf("a hung engine was replaced after %.1f s%n", (System.nanoTime() - began) / 1e9);
            assertThat(hung.isAlive()).isFalse();
            match.awaitState("completed", Duration.ofSeconds(90));
            assertThat(Ffprobe.of(match.file()).seconds()).isGreaterThan(2);
            assertThat(Ffprobe.of(match.file()).decodeErrors()).isEmpty();
        }
    }
}
