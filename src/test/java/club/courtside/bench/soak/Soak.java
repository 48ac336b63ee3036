package club.courtside.bench.soak;

import club.courtside.bench.BenchEngine;
import club.courtside.bench.LiveReader;
import club.courtside.bench.SourceProcess;
import club.courtside.engine.api.RecordingStatus;
import club.courtside.engine.client.EngineException;
import club.courtside.support.Await;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * One engine, ten cameras, and an evening's worth of restlessness in half an hour: recordings that start and stop, cameras
 * that drop, fall silent and refuse, viewers who come and go. The seed decides what happens; the machine when exactly.
 */
public final class Soak {

    private static final int CAMERAS = 10;
    private static final int MOST_VIEWERS = 8;
    private static final Duration BETWEEN_SAMPLES = Duration.ofSeconds(30);
    private static final Duration WARM_UP = Duration.ofMinutes(3);
    private static final double NANOS_PER_MINUTE = 6e10;

    private final SourceProcess source;
    private final BenchEngine engine;
    private final Path data;
    private final PrintStream out;
    private final Random random;
    private final FinishedFiles files = new FinishedFiles();
    private final List<String> running = new ArrayList<>();
    private final List<LiveReader> viewers = new ArrayList<>();
    private final Map<String, Integer> done = new TreeMap<>();
    private final long begin = System.nanoTime();
    private int recordings;

    /** @param data the engine's folder */
    public Soak(SourceProcess source, BenchEngine engine, Path data, long seed, PrintStream out) {
        this.source = source;
        this.engine = engine;
        this.data = data;
        this.random = new Random(seed);
        this.out = out;
    }

    /** @return whether nothing was left over and every file was sound */
    public boolean run(Duration length) throws IOException, InterruptedException {
        out.println(Sample.header());
        Duration warmUp = WARM_UP.compareTo(length.dividedBy(4)) < 0 ? WARM_UP : length.dividedBy(4);
        restless(warmUp);
        Sample warm = quiet();
        restless(length.minus(warmUp));
        Sample end = quiet();
        return judge(warm, end);
    }

    private void restless(Duration time) throws IOException, InterruptedException {
        for (int i = 0; i < CAMERAS; i++) engine.connect(camera(i), source.rtsp(camera(i)));
        long stop = System.nanoTime() + time.toNanos();
        long nextSample = System.nanoTime() + BETWEEN_SAMPLES.toNanos();
        while (System.nanoTime() < stop) {
            TimeUnit.MILLISECONDS.sleep(200 + random.nextInt(1500));
            act();
            collectEnded();
            if (System.nanoTime() < nextSample) continue;
            nextSample += BETWEEN_SAMPLES.toNanos();
            sample();
        }
    }

    private void act() throws IOException {
        String camera = camera(random.nextInt(CAMERAS));
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> start(camera);
            case 3 -> stopOne();
            case 4 -> fault("drop", () -> source.drop(camera));
            case 5 -> fault("stall", () -> source.stall(camera, 1000 + random.nextInt(14_000)));
            case 6 -> fault("refuse", () -> source.refuse(camera, 1000 + random.nextInt(20_000)));
            case 7, 8 -> watch(camera, "live.mp4", Map.of());
            case 9 -> watch(camera, "live.mjpeg", Map.of("fps", "2", "width", "320"));
            case 10, 11 -> leave();
            default -> throw new IllegalStateException();
        }
    }

    private interface Fault {
        void happen() throws IOException;
    }

    private void fault(String name, Fault fault) throws IOException {
        fault.happen();
        count(name);
    }

    private void start(String camera) {
        if (running.stream().anyMatch(id -> id.startsWith(camera + "-"))) return;
        String id = camera + "-" + ++recordings;
        engine.record(id, camera, Duration.ofSeconds(5 + random.nextInt(115)));
        running.add(id);
        count("start");
    }

    private void stopOne() {
        if (running.isEmpty()) return;
        engine.client().stopRecording(running.get(random.nextInt(running.size())));
        count("stop");
    }

    private void watch(String camera, String kind, Map<String, String> query) {
        if (viewers.size() >= MOST_VIEWERS) leave();
        viewers.add(LiveReader.open(engine.client(), camera, kind, query));
        count("watch " + kind);
    }

    private void leave() {
        if (viewers.isEmpty()) return;
        viewers.remove(random.nextInt(viewers.size())).close();
        count("leave");
    }

    private void count(String what) {
        done.merge(what, 1, Integer::sum);
    }

    private void collectEnded() throws IOException, InterruptedException {
        for (String id : List.copyOf(running)) {
            RecordingStatus status = engine.client().recording(id);
            if (!status.state().hasEnded()) continue;
            running.remove(id);
            // Its fingerprint is being made of the file that is deleted next.
            if (status.sha256() == null && status.reason() == null) status = fingerprinted(id);
            files.check(status);
            engine.client().deleteRecording(id);
        }
    }

    private RecordingStatus fingerprinted(String id) {
        return Await.value("fingerprint of " + id, () -> engine.client().recording(id), s -> s.sha256() != null);
    }

    /** Everything stopped and closed, and time enough for feeds to close and for idle threads of the HTTP server (60 s) to end. */
    private Sample quiet() throws IOException, InterruptedException {
        while (!viewers.isEmpty()) leave();
        for (String id : running) engine.client().stopRecording(id);
        long patience = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!running.isEmpty() && System.nanoTime() < patience) collectEnded();
        if (!running.isEmpty()) throw new IllegalStateException("never ended: " + running);
        for (int i = 0; i < CAMERAS; i++) deleteFeed(camera(i));
        TimeUnit.SECONDS.sleep(75);
        return sample();
    }

    private void deleteFeed(String camera) {
        Await.until("feed " + camera + " is deleted", () -> {
            try {
                engine.client().deleteFeed(camera);
            } catch (EngineException busy) {
                return false;
            }
            return true;
        });
    }

    private Sample sample() throws IOException, InterruptedException {
        double minutes = (System.nanoTime() - begin) / NANOS_PER_MINUTE;
        Sample sample = Sample.take(minutes, engine.pid(), data, running.size(), viewers.size());
        out.println(sample.row());
        return sample;
    }

    private boolean judge(Sample warm, Sample end) {
        out.println();
        out.println("What happened: " + done);
        out.println(files.summary() + ".");
        out.println("Everything stopped, after warm-up and at the end:");
        out.println();
        out.println(Sample.header());
        out.println(warm.row());
        out.println(end.row());
        List<String> complaints = new ArrayList<>(Verdict.growth(warm, end));
        complaints.addAll(files.complaints());
        out.println();
        complaints.forEach(out::println);
        out.println(complaints.isEmpty() ? "Verdict: nothing was left over." : "Verdict: not in order.");
        return complaints.isEmpty();
    }

    private static String camera(int number) {
        return "camera" + number;
    }
}
