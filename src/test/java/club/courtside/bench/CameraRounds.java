package club.courtside.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** The same cameras, recorded by one contender after the other, more and more of them. */
final class CameraRounds {

    /** An MP4 header with nothing behind it is smaller. */
    private static final long FIRST_PICTURE_BYTES = 4096;

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Duration SETTLING = Duration.ofSeconds(3);
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    private final SourceProcess source;
    private final Path work;
    private final Duration time;

    CameraRounds(SourceProcess source, Path work, Duration time) {
        this.source = source;
        this.work = work;
        this.time = time;
    }

    /** An engine runs for weeks, so what Java compiles in its first seconds is not counted. */
    void warmUp(Contender engine) throws IOException, InterruptedException {
        new CameraRounds(source, work, WARM_UP).round(engine, 10);
    }

    /** Each number of cameras in turn for all contenders; who is first changes. */
    List<Round> run(List<Contender> contenders, List<Integer> numbers) throws IOException, InterruptedException {
        List<Round> rounds = new ArrayList<>();
        List<Contender> order = new ArrayList<>(contenders);
        for (int cameras : numbers) {
            for (Contender contender : order) {
                Round round = round(contender, cameras);
                rounds.add(round);
                System.out.printf(
                        "%3d cameras, %-17s %.3f CPU s/min, %5.1f MB a camera, %d of %d pictures lost,"
                                + " first in file after %d ms; source late: p99 %d ms%n",
                        cameras,
                        contender.name() + ":",
                        round.cpu(),
                        round.pss() / 1e6,
                        round.lost(),
                        round.sent(),
                        round.firstInFile(),
                        round.late().p99());
            }
            Collections.rotate(order, 1);
        }
        return rounds;
    }

    private Round round(Contender contender, int number) throws IOException, InterruptedException {
        List<String> cameras =
                IntStream.range(0, number).mapToObj(i -> "camera" + i).toList();
        Path folder = Files.createDirectories(work.resolve("round"));
        source.open();
        try {
            long begin = System.nanoTime();
            contender.start(cameras, folder);
            Map<String, Long> inFile = firstPictures(contender, cameras);
            TimeUnit.NANOSECONDS.sleep(SETTLING.toNanos());
            long from = System.nanoTime();
            double before = Usage.cpuSeconds(contender.pids());
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
            double used = Usage.cpuSeconds(contender.pids()) - before;
            double cameraMinutes = number * (System.nanoTime() - from) / 6e10;
            double pss = (double) Usage.pssBytes(contender.pids()) / number;
            SourceProcess.Late late = source.late();
            source.end();
            contender.finish();
            return new Round(
                    contender.name(),
                    number,
                    used / cameraMinutes,
                    pss,
                    sent(cameras),
                    inFiles(contender, cameras),
                    median(inFile, begin),
                    median(contender.announced(), begin),
                    late);
        } finally {
            for (String camera : cameras) Files.deleteIfExists(contender.file(camera));
            Disk.delete(folder);
        }
    }

    private static Map<String, Long> firstPictures(Contender contender, List<String> cameras)
            throws InterruptedException {
        Map<String, Long> seen = new HashMap<>();
        long patience = System.nanoTime() + PATIENCE.toNanos();
        while (seen.size() < cameras.size() && System.nanoTime() < patience) {
            for (String camera : cameras)
                if (!seen.containsKey(camera) && contender.file(camera).toFile().length() > FIRST_PICTURE_BYTES)
                    seen.put(camera, System.nanoTime());
            TimeUnit.MILLISECONDS.sleep(10);
        }
        return seen;
    }

    private static long median(Map<String, Long> moments, long begin) {
        List<Long> sorted = moments.values().stream().sorted().toList();
        return sorted.isEmpty() ? -1 : (sorted.get(sorted.size() / 2) - begin) / 1_000_000;
    }

    private long sent(List<String> cameras) throws IOException {
        long all = 0;
        for (String camera : cameras) all += source.sent(camera).pictures();
        return all;
    }

    private static long inFiles(Contender contender, List<String> cameras) throws IOException, InterruptedException {
        long all = 0;
        for (String camera : cameras)
            all += VideoFile.read(contender.file(camera)).pictures();
        return all;
    }
}
