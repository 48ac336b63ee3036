package club.courtside.upload;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.support.Api;
import club.courtside.support.Await;
import club.courtside.support.Ffprobe;
import club.courtside.support.Films;
import club.courtside.support.ProcessingFarm;
import club.courtside.support.RunningCourtside;
import club.courtside.support.S3Server;
import club.courtside.support.SentFilm;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * {@code kill -9} of whoever works on videos, while they are taken in, converted and sent to two targets at once. How many
 * times: {@code -Dcourtside.kills}; the moments follow from {@code -Dcourtside.seed}.
 */
class WorkKillsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Duration RESTART = Duration.ofMinutes(5);
    private static final int LONGEST_WAIT_MILLIS = 4000;
    private static final int MB = 1 << 20;
    /** After five a job is given up, as it should be. */
    private static final int MOST_ATTEMPTS = 4;

    private enum Victim {
        WEB_APPLICATION,
        ENGINE,
        /** A child process of the engine that reads or converts a file. */
        CONVERTER
    }

    @TempDir
    Path folder;

    private final long seed = Long.getLong("courtside.seed", System.nanoTime());
    private final int kills = Integer.getInteger("courtside.kills", 3);
    private final Random random = new Random(seed);
    private final Map<String, Path> films = new HashMap<>();
    private final ProcessingFarm farm = new ProcessingFarm();
    private final S3Server store = S3Server.started();
    private final String bucket = store.bucket();
    private RunningCourtside courtside;
    private Api club;
    private int convertersKilled;

    @BeforeEach
    void start() {
        Map<String, String> settings = new HashMap<>(store.settings(bucket));
        settings.put("VULTR_API_URL", farm.address());
        settings.put("VULTR_API_KEY", ProcessingFarm.KEY);
        settings.put("COURTSIDE_UPLOAD_MBIT", "24");
        courtside = new RunningCourtside(folder.resolve("data"), settings).start();
        club = courtside.api().as("club");
    }

    @AfterEach
    void stop() throws IOException {
        if (courtside != null) courtside.close();
        farm.close();
        store.close();
    }

    @Test
    void kills_at_any_moment_lose_no_work_and_do_none_twice() throws Exception {
        System.out.println("WorkKillsIT: -Dcourtside.seed=" + seed + " -Dcourtside.kills=" + kills);
        long began = System.nanoTime();
        Path usual = new Films(folder)
                .picture("usual.mp4", "testsrc2=s=640x360:r=25:d=2", "-c:v", "libx264", "-movflags", "+faststart");
        List<Victim> victims = victims();
        for (int i = 0; i < kills; i++) {
            String video = SentFilm.into(courtside, club, film(usual, i));
            films.put(video, film(i));
            boolean sentBefore = random.nextInt(4) > 0;
            if (sentBefore) send(video);
            farm.says(random.nextBoolean() ? "processing" : "completed", null, "{}");
            awaitMillis(random.nextInt(LONGEST_WAIT_MILLIS));
            kill(victims.get(i));
            if (!sentBefore) send(video);
        }
        farm.says("completed", null, "{}");
        for (String video : films.keySet())
            Await.value("work on a video (seed " + seed + ")", PATIENCE, () -> underWay(video), List::isEmpty);

        assertEveryUploadIsDoneOnce();
        assertEveryJobIsDoneOnce();
        assertTheTargetsHaveEachVideoOnce();
        assertNothingIsLeft();
        System.out.printf(
                "WorkKillsIT: %d kills, %d of them of converters, in %.0f s%n",
                kills, convertersKilled, (System.nanoTime() - began) / 1e9);
    }

    /** Each as often as the others, in any order. */
    private List<Victim> victims() {
        List<Victim> victims = new ArrayList<>();
        while (victims.size() < kills) {
            List<Victim> all = new ArrayList<>(List.of(Victim.values()));
            Collections.shuffle(all, random);
            victims.addAll(all);
        }
        return victims;
    }

    private Path film(int number) {
        return folder.resolve("film-" + number + ".mp4");
    }

    /** Like no other: behind it is a box that nobody reads (ISO/IEC 14496-12, 8.1.2). Some come to the bucket in two parts. */
    private Path film(Path like, int number) throws IOException {
        Path film = Files.copy(like, film(number), StandardCopyOption.REPLACE_EXISTING);
        byte[] box = new byte[(number % 4 == 1 ? 17 : 2) * MB];
        random.nextBytes(box);
        ByteBuffer.wrap(box).putInt(box.length).put("free".getBytes(StandardCharsets.US_ASCII));
        return Files.write(film, box, StandardOpenOption.APPEND);
    }

    private void send(String video) {
        for (String target : List.of("bucket", "processing_server"))
            Await.until("an upload to be ordered", () -> {
                Api.Answer answer = club.post("/api/vultr/upload", Map.of("video_id", video, "target", target));
                return answer.status() == 202;
            });
    }

    /** Not for something to happen, but to kill at any moment. */
    private static void awaitMillis(int millis) {
        long end = System.nanoTime() + Duration.ofMillis(millis).toNanos();
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) LockSupport.parkNanos(left);
    }

    private void kill(Victim victim) {
        switch (victim) {
            case WEB_APPLICATION -> killWebApplication();
            case ENGINE -> engine().destroyForcibly();
            case CONVERTER -> killConverter();
        }
    }

    private ProcessHandle engine() {
        return Await.value("an engine", courtside::engine, ProcessHandle::isAlive);
    }

    private void killWebApplication() {
        ProcessHandle server = courtside.webApplication();
        server.destroyForcibly();
        Await.until("the web application is gone", () -> !server.isAlive());
        Await.until(
                "another web application",
                RESTART,
                () -> courtside.webApplication().pid() != server.pid());
        Await.until("it answers", RESTART, courtside::answers);
    }

    /** The engine instead, when there is none at this moment, or a job might be given up because of us. */
    private void killConverter() {
        List<ProcessHandle> converters = converters();
        boolean mayBeGivenUp = list("/api/jobs?size=200").stream()
                .anyMatch(job -> job.path("attempts").asInt() >= MOST_ATTEMPTS);
        if (converters.isEmpty() || mayBeGivenUp) {
            engine().destroyForcibly();
            return;
        }
        converters.get(random.nextInt(converters.size())).destroyForcibly();
        convertersKilled++;
    }

    private List<ProcessHandle> converters() {
        return engine().children().toList();
    }

    private List<JsonNode> list(String path) {
        return StreamSupport.stream(club.get(path).json().path("items").spliterator(), false)
                .toList();
    }

    /** What waits for another attempt gets it now, as somebody would who does not like to wait. */
    private List<JsonNode> underWay(String video) {
        List<JsonNode> jobs = list("/api/videos/" + video + "/jobs");
        for (JsonNode job : jobs)
            if (job.path("state").asText().equals("waiting"))
                club.post("/api/jobs/" + job.path("id").asText() + "/retry");
        Stream<JsonNode> uploads = list("/api/vultr/uploads?limit=200").stream()
                .filter(upload -> upload.path("video_id").asText().equals(video));
        return Stream.concat(jobs.stream(), uploads)
                .filter(work -> !work.hasNonNull("ended_at"))
                .toList();
    }

    private void assertEveryUploadIsDoneOnce() {
        List<JsonNode> uploads = list("/api/vultr/uploads?limit=200");
        assertThat(uploads).as(seen(uploads)).hasSize(2 * films.size());
        assertThat(uploads.stream()
                        .map(upload -> upload.path("video_id").asText() + upload.path("target"))
                        .distinct())
                .hasSameSizeAs(uploads);
        for (JsonNode upload : uploads) {
            assertThat(upload.path("status").asText()).as(seen(uploads)).isEqualTo("done");
            assertThat(upload.path("attempts").asInt()).as(seen(uploads)).isEqualTo(1);
        }
    }

    private void assertEveryJobIsDoneOnce() throws IOException {
        List<JsonNode> jobs = list("/api/jobs?size=200");
        assertThat(jobs.stream().map(job -> job.path("video_id").asText() + job.path("kind")))
                .as(seen(jobs))
                .hasSize(3 * films.size())
                .doesNotHaveDuplicates();
        for (JsonNode job : jobs)
            assertThat(job.path("state").asText())
                    .as(seen(jobs))
                    .isEqualTo(job.path("kind").asText().equals("convert") ? "done" : "skipped");
        assertThat(jobs.stream().mapToInt(job -> job.path("attempts").asInt()).sum())
                .as(seen(jobs))
                .isBetween(jobs.size(), jobs.size() + convertersKilled);
        for (String video : films.keySet())
            assertThat(club.get("/api/videos/" + video).json().path("renditions"))
                    .hasSize(1);
        for (Path copy : files(courtside.data().resolve("videos/.renditions")))
            assertThat(Ffprobe.of(copy).decodeErrors())
                    .as(copy + ", seed " + seed)
                    .isEmpty();
    }

    private String seen(List<JsonNode> what) {
        return "seed " + seed + ": " + what;
    }

    private void assertTheTargetsHaveEachVideoOnce() throws Exception {
        List<String> sent = new ArrayList<>();
        for (Path film : films.values()) sent.add(sha256(Files.readAllBytes(film)));
        S3Client client = store.client();
        List<String> kept = new ArrayList<>();
        for (S3Object object : client.listObjectsV2(of -> of.bucket(bucket)).contents())
            kept.add(sha256(client.getObjectAsBytes(of -> of.bucket(bucket).key(object.key()))
                    .asByteArray()));
        assertThat(kept).as("seed " + seed).containsExactlyInAnyOrderElementsOf(sent);
        assertThat(client.listMultipartUploads(of -> of.bucket(bucket)).uploads())
                .as("seed " + seed)
                .isEmpty();
        assertThat(farm.received())
                .as("seed " + seed)
                .extracting(ProcessingFarm.Received::sha256)
                .containsExactlyInAnyOrderElementsOf(sent);
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    private void assertNothingIsLeft() throws IOException {
        Await.until("no child of the engine", () -> converters().isEmpty());
        assertThat(courtside.processes().stream()
                        .map(process -> process.info().commandLine().orElse(""))
                        .filter(line -> line.contains("EngineMain") || line.contains("payara-micro")))
                .hasSize(2);
        Await.until(
                "web application, engine, demo cameras and launcher alone",
                () -> courtside.processes().size() < 5);
        Path data = courtside.data();
        assertThat(files(data.resolve("cache/tasks"))).isEmpty();
        assertThat(files(data.resolve("videos/.arriving"))).isEmpty();
        assertThat(files(data.resolve("videos/.renditions"))).hasSize(films.size());
        Await.until("no half a picture", () -> files(data.resolve("thumbnails")).stream()
                .map(this::name)
                .noneMatch(name -> name.startsWith(".")));
        assertThat(files(data.resolve("videos")).stream().map(this::name))
                .noneMatch(name -> name.endsWith(".part") || name.endsWith(".new") || name.contains(".crash"));
        assertThat(files(data.resolve("tmp")).stream().map(this::name)).noneMatch(name -> name.endsWith(".mp4"));
    }

    private String name(Path file) {
        return file.getFileName().toString();
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) return List.of();
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).collect(Collectors.toList());
        }
    }
}
