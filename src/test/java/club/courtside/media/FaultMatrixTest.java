package club.courtside.media;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.media.Recording.Before;
import club.courtside.media.Recording.GapInTime;
import club.courtside.media.Recording.Plan;
import club.courtside.media.Recording.Snapshot;
import club.courtside.media.Recording.State;
import club.courtside.media.ffmpeg.Mp4File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fault, alone and with others in one recording: always one ordinary MP4, each picture at its time, nothing lost but
 * what the fault may cost, each outage a gap. Minutes pass in milliseconds.
 */
@Timeout(400)
class FaultMatrixTest {

    /** What happens, how long no picture is written, and how many pictures from before may be lost. */
    enum Fault {
        CAMERA_AWAY_1_S(Duration.ofSeconds(1), 0, "closed"),
        CAMERA_AWAY_10_S(Duration.ofSeconds(10), 0, "closed"),
        CAMERA_AWAY_5_MIN(Duration.ofMinutes(5), 0, "closed"),
        ENGINE_KILLED(Duration.ofSeconds(2), 25, "engine_restarted"),
        ENGINE_AND_APPLICATION_KILLED(Duration.ofSeconds(20), 25, "engine_restarted"),
        POWER_CUT(Duration.ofMinutes(2), 50, "engine_restarted"),
        DISK_HANGS_10_S(Duration.ZERO, 0, null),
        DISK_FAILS_ONCE(Duration.ZERO, 25, "internal");

        final Duration outage;
        final int mayLose;
        final String reason;

        Fault(Duration outage, int mayLose, String reason) {
            this.outage = outage;
            this.mayLose = mayLose;
            this.reason = reason;
        }
    }

    private static final int A_FRAME = 1;
    /** A camera that comes back waits for the feed's next attempt. */
    private static final double RECONNECTING = 10.5;

    @TempDir
    Path folder;

    @TempDir
    Path afterPowerCut;

    @ParameterizedTest
    @EnumSource
    void one_fault_leaves_one_file(Fault fault) throws IOException {
        survive(List.of(fault));
    }

    static Stream<List<Fault>> several() {
        Random random = new Random(20260501);
        Fault[] all = Fault.values();
        return IntStream.range(0, 12).mapToObj(i -> IntStream.range(0, 2 + random.nextInt(5))
                .mapToObj(f -> all[random.nextInt(all.length)])
                .toList());
    }

    @ParameterizedTest
    @MethodSource("several")
    void several_faults_in_one_recording_leave_one_file(List<Fault> faults) throws IOException {
        survive(faults);
    }

    private void survive(List<Fault> faults) throws IOException {
        try (Studio studio = new Studio(folder)) {
            Match match = new Match(studio, afterPowerCut);
            match.play(130);
            for (Fault fault : faults) {
                match.suffer(fault);
                match.play(130);
            }
            match.assertWhole(faults);
        }
    }

    /** One recording with everything that happens to it. */
    private static final class Match {

        private final Studio studio;
        private final FaultyDisk disk;
        private final RecordingTools tools;
        private final Instant ends;
        private final List<Double> sent = new ArrayList<>();
        private Recording recording;
        private Instant began;

        Match(Studio studio, Path afterPowerCut) {
            this.studio = studio;
            this.disk = new FaultyDisk(studio.tools.writer(), studio.clock, afterPowerCut);
            this.tools = new RecordingTools(disk, studio.tools.reader(), studio.tools.toH264(), studio.tools.toAac());
            this.ends = studio.clock.now().plusSeconds(7200);
            this.began = studio.clock.now();
            studio.feed.keepOpen(true);
            studio.clock.awaitThreads(1);
            record(null, new Before(List.of(), 0));
        }

        private void record(Instant startedAt, Before before) {
            int threads = studio.clock.threads();
            recording = Recording.start(
                    new Plan("r1", studio.file(), ends, startedAt, true, null, false, before),
                    studio.feed,
                    tools,
                    studio.clock,
                    () -> {});
            studio.clock.awaitThreads(threads + 1);
        }

        void play(int pictures) {
            for (int i = 0; i < pictures; i++) {
                sent.add(Duration.between(began, studio.clock.now()).toNanos() / 1e9);
                studio.frames(1);
            }
        }

        void suffer(Fault fault) throws IOException {
            switch (fault) {
                case CAMERA_AWAY_1_S, CAMERA_AWAY_10_S, CAMERA_AWAY_5_MIN -> studio.lostFor(fault.outage);
                case ENGINE_KILLED, ENGINE_AND_APPLICATION_KILLED -> restartWith(studio.file(), fault.outage);
                case POWER_CUT -> restartWith(disk.synced(), fault.outage);
                case DISK_HANGS_10_S -> {
                    disk.hangs();
                    play(250);
                    recording.watch();
                    assertThat(recording.snapshot().state()).isEqualTo(State.INTERRUPTED);
                    assertThat(recording.snapshot().reasonCode()).isEqualTo("disk_slow");
                    disk.isBack();
                }
                case DISK_FAILS_ONCE -> disk.failsOnce();
            }
        }

        /** What is there at this moment is all that there is afterwards. */
        private void restartWith(Path left, Duration outage) throws IOException {
            Snapshot before = recording.snapshot();
            Path there = studio.file().resolveSibling("there");
            Files.copy(left, there, StandardCopyOption.REPLACE_EXISTING);
            Studio.ended(recording);
            studio.camera.fail(CameraLost.Reason.CLOSED);
            Files.move(there, studio.file(), StandardCopyOption.REPLACE_EXISTING);
            studio.clock.advance(outage);
            record(before.startedAt(), new Before(before.gaps(), before.reconnects()));
            studio.comesBackWith(Pictures.h264());
        }

        void assertWhole(List<Fault> faults) {
            Snapshot end = Studio.ended(recording);
            Mp4File file = Mp4File.of(studio.file());
            int mayLose = faults.stream()
                    .mapToInt(fault -> fault.mayLose == 0 ? 0 : fault.mayLose + A_FRAME)
                    .sum();
            // After its disk failed it waits for a key frame, two seconds in this camera.
            mayLose += (int) faults.stream()
                            .filter(f -> f == Fault.DISK_FAILS_ONCE)
                            .count()
                    * 50;

            assertThat(end.state()).isEqualTo(State.COMPLETED);
            assertThat(file.isOrdinary()).isTrue();
            assertThat(file.damaged()).isZero();
            assertThat(end.frames()).isEqualTo(file.pictures());
            assertThat(file.pictures()).isBetween(sent.size() - mayLose, sent.size());
            for (double time : file.times())
                assertThat(sent).as("a picture at %.3f", time).anyMatch(at -> Math.abs(at - time) < 0.002);
            assertGaps(end.gaps(), faults.stream().filter(f -> f.reason != null).toList());
            assertThat(studio.file().getParent().toFile().list()).containsExactly("match.mp4");
        }

        private static void assertGaps(List<GapInTime> gaps, List<Fault> faults) {
            assertThat(gaps).hasSameSizeAs(faults);
            for (int i = 0; i < gaps.size(); i++) {
                Fault fault = faults.get(i);
                double outage = fault.outage.toMillis() / 1000.0;
                assertThat(gaps.get(i).reason()).as("gap %d of %s", i, gaps).isEqualTo(fault.reason);
                assertThat(gaps.get(i).seconds())
                        .isBetween(Math.max(0, outage - 0.1), outage + fault.mayLose / 25.0 + RECONNECTING);
            }
        }
    }

    /** A disk that may hang or fail, and that knows what a power cut would leave. */
    private static final class FaultyDisk implements Mp4Writer.Factory {

        private final Mp4Writer.Factory real;
        private final FakeClock clock;
        private final Path afterPowerCut;
        private final Object gate = new Object();
        private boolean hanging;
        private boolean failing;
        private Path synced;

        FaultyDisk(Mp4Writer.Factory real, FakeClock clock, Path afterPowerCut) {
            this.real = real;
            this.clock = clock;
            this.afterPowerCut = afterPowerCut;
        }

        void hangs() {
            hanging = true;
        }

        void isBack() {
            synchronized (gate) {
                hanging = false;
                clock.wake(gate);
            }
            clock.settle();
        }

        void failsOnce() {
            failing = true;
        }

        Path synced() {
            return synced;
        }

        private void pass() throws IOException {
            if (failing) {
                failing = false;
                throw new IOException("the disk failed");
            }
            synchronized (gate) {
                try {
                    while (hanging) clock.await(gate, Duration.ofDays(1).toNanos());
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
        }

        @Override
        public Mp4Writer create(Path file, List<Track> tracks) throws IOException {
            return new Observed(real.create(file, tracks), file);
        }

        @Override
        public Optional<Mp4Writer.Continued> goOn(Path file, Consumer<Packet> kept) throws IOException {
            return real.goOn(file, kept)
                    .map(left -> new Mp4Writer.Continued(new Observed(left.writer(), file), left.tracks()));
        }

        private final class Observed implements Mp4Writer {
            private final Mp4Writer writer;
            private final Path file;

            Observed(Mp4Writer writer, Path file) {
                this.writer = writer;
                this.file = file;
                keep();
            }

            private void keep() {
                try {
                    synced = Files.createTempDirectory(afterPowerCut, "synced").resolve("match.mp4");
                    Files.copy(file, synced);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public void write(Packet packet) throws IOException {
                pass();
                writer.write(packet);
            }

            @Override
            public void flush() throws IOException {
                writer.flush();
            }

            @Override
            public void sync() throws IOException {
                writer.sync();
                Files.copy(file, synced, StandardCopyOption.REPLACE_EXISTING);
            }

            @Override
            public long bytes() {
                return writer.bytes();
            }

            @Override
            public void finish() throws IOException {
                writer.finish();
            }

            @Override
            public void close() {
                writer.close();
            }
        }
    }
}
