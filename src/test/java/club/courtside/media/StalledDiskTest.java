package club.courtside.media;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.support.Await;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Recordings whose disk stands still, and the memory of the engine. */
class StalledDiskTest {

    private static final int RECORDINGS = 10;
    private static final int A_PICTURE = 20_000;

    @Test
    void ten_recordings_whose_disk_stands_still_for_a_minute_do_not_fill_the_memory() throws Exception {
        Process engine = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Engine.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(engine.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(engine.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(engine.exitValue()).as(said).isZero();
    }

    /** A minute of 4 Mb/s for each recording, 300 MB in all, in a heap of 64 MB. */
    static final class Engine {
        public static void main(String[] arguments) throws InterruptedException {
            CountDownLatch back = new CountDownLatch(1);
            List<SubscriberQueue> queues = new ArrayList<>();
            List<Stalled> recordings = new ArrayList<>();
            for (int i = 0; i < RECORDINGS; i++) {
                Stalled stalled = new Stalled(back);
                SubscriberQueue queue = new SubscriberQueue(
                        "recording " + i, stalled, SubscriberQueue.Limits.FILE, FeedClock.SYSTEM, left -> {});
                queue.start();
                recordings.add(stalled);
                queues.add(queue);
            }
            for (int picture = 0; picture < 60 * 25; picture++)
                for (SubscriberQueue queue : queues) queue.offer(picture(picture));
            long held = SharedMemory.OF_THE_PROCESS.used();
            back.countDown();
            queues.forEach(SubscriberQueue::close);
            boolean bounded = held > 0 && held <= Runtime.getRuntime().maxMemory() / 3;
            boolean fair = recordings.stream().allMatch(recording -> recording.got > 25);
            boolean returned = SharedMemory.OF_THE_PROCESS.used() == 0;
            System.out.println("held " + held + ", got "
                    + recordings.stream().map(r -> r.got).toList());
            System.exit(bounded && fair && returned ? 0 : 1);
        }

        private static Packet picture(int number) {
            Track track = new Track(0, Track.Kind.VIDEO, Track.Codec.H264, 1920, 1080, 0, 0, null);
            long time = number * 40_000L;
            return new Packet(
                    track, time, time, number % 50 == 0, System.nanoTime(), ByteBuffer.wrap(new byte[A_PICTURE]));
        }
    }

    private static final class Stalled implements Subscriber {
        private final CountDownLatch back;
        private volatile int got;

        Stalled(CountDownLatch back) {
            this.back = back;
        }

        @Override
        public void connected(List<Track> tracks) {}

        @Override
        public void packet(Packet packet) {
            try {
                back.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            got++;
        }

        @Override
        public void lost(CameraLost why) {}

        @Override
        public void closed() {}
    }

    @Test
    void one_that_stands_still_leaves_room_for_the_others() {
        SharedMemory memory = new SharedMemory(1000);
        long held = 0;
        while (memory.take(held, 10)) held += 10;
        assertThat(held).isEqualTo(500);
        assertThat(memory.take(0, 100)).isTrue();
        memory.give(held);
        memory.give(100);
        assertThat(memory.used()).isZero();
    }

    @Test
    void a_recording_whose_disk_was_slow_goes_on_with_a_key_frame_when_half_of_the_room_is_free() throws Exception {
        CountDownLatch back = new CountDownLatch(1);
        List<Packet> got = new ArrayList<>();
        int[] skipped = new int[1];
        Subscriber slow = new Subscriber() {
            @Override
            public void connected(List<Track> tracks) {}

            @Override
            public void packet(Packet packet) {
                try {
                    back.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                got.add(packet);
            }

            @Override
            public void skipped(int packets) {
                skipped[0] += packets;
            }

            @Override
            public void lost(CameraLost why) {}

            @Override
            public void closed() {}
        };
        SubscriberQueue queue = new SubscriberQueue(
                "slow",
                slow,
                new SubscriberQueue.Limits(48 << 20, 100, true, 0, new SharedMemory(48 << 20)),
                FeedClock.SYSTEM,
                left -> {});
        queue.start();
        for (int i = 0; i < 160; i++) queue.offer(Engine.picture(i));
        back.countDown();
        Await.until("the disk has caught up", () -> queue.queued() == 0);
        for (int i = 160; i < 260; i++) queue.offer(Engine.picture(i));
        queue.close();

        assertThat(got.get(100).key() || got.get(101).key()).isTrue();
        assertThat(got.get(got.size() - 1).dtsMicros()).isEqualTo(259 * 40_000L);
        assertThat(skipped[0]).isEqualTo(260 - got.size());
    }
}
