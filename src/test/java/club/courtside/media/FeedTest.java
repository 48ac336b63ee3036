package club.courtside.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(400)
class FeedTest {

    /** Writes down what it is told. */
    private static class Listener implements Subscriber {
        final List<String> told = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void connected(List<Track> tracks) {
            told.add("connected");
        }

        @Override
        public void packet(Packet packet) {
            told.add(packet.key() ? "key" : "packet");
        }

        @Override
        public void lost(CameraLost why) {
            told.add("lost " + why.reason());
        }

        @Override
        public void skipped(int packets) {
            told.add("skipped");
        }

        @Override
        public void closed() {
            told.add("closed");
        }

        long count(String what) {
            return told.stream().filter(what::equals).count();
        }
    }

    private static Studio studio() {
        return new Studio(Path.of("."));
    }

    private static Subscription join(Studio studio, Subscriber subscriber) {
        int before = studio.clock.threads();
        boolean idle = studio.feed.snapshot().state() == FeedState.IDLE;
        Subscription subscription = studio.feed.subscribe("listener", subscriber);
        studio.clock.awaitThreads(before + (idle ? 2 : 1));
        return subscription;
    }

    @Test
    void one_connection_serves_all() {
        try (Studio studio = studio()) {
            Listener first = new Listener();
            Listener second = new Listener();
            join(studio, first);
            join(studio, second);
            studio.frames(60);
            assertThat(studio.camera.opened()).hasSize(1);
            assertThat(first.told).hasSize(61).startsWith("connected", "key", "packet");
            assertThat(second.told).isEqualTo(first.told);
        }
    }

    @Test
    void who_joins_later_begins_with_the_last_key_frame() {
        try (Studio studio = studio()) {
            join(studio, new Listener());
            studio.frames(60);
            Listener late = new Listener();
            join(studio, late);
            studio.clock.settle();
            assertThat(late.told).hasSize(11).startsWith("connected", "key", "packet");
        }
    }

    @Test
    void a_closed_subscription_gets_nothing_more_and_is_told_so() {
        try (Studio studio = studio()) {
            Listener listener = new Listener();
            Subscription subscription = join(studio, listener);
            studio.frames(10);
            subscription.close();
            studio.frames(10);
            assertThat(listener.told).hasSize(12).endsWith("closed");
        }
    }

    @Test
    void a_slow_subscriber_is_skipped_to_a_key_frame() throws InterruptedException {
        CountDownLatch freed = new CountDownLatch(1);
        CountDownLatch stuck = new CountDownLatch(1);
        Listener slow = new Listener() {
            @Override
            public void packet(Packet packet) {
                super.packet(packet);
                stuck.countDown();
                try {
                    freed.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        SubscriberQueue queue = new SubscriberQueue(
                "slow",
                slow,
                new SubscriberQueue.Limits(1 << 20, 30, false, 0, SharedMemory.OF_THE_PROCESS),
                FeedClock.SYSTEM,
                left -> {});
        queue.start();
        queue.connected(List.of(Pictures.h264Track()));
        Pictures.h264().subList(0, 1).forEach(queue::offer);
        stuck.await();
        Pictures.h264().subList(1, 110).forEach(queue::offer);
        freed.countDown();
        queue.close();

        assertThat(slow.told.subList(0, 4)).containsExactly("connected", "key", "skipped", "key");
        assertThat(queue.skipped()).isGreaterThan(60);
        assertThat(queue.skipped() + slow.count("packet") + slow.count("key")).isEqualTo(110);
    }

    @Test
    void a_camera_without_picture_is_lost_within_five_seconds_though_sound_goes_on() {
        try (Studio studio = new Studio(Path.of("."), List.of(Pictures.h264Track(), Studio.ALAW))) {
            Listener listener = new Listener();
            join(studio, listener);
            studio.frames(10);
            for (int i = 0; i < 51 && studio.feed.snapshot().state() == FeedState.LIVE; i++) {
                studio.clock.advance(Duration.ofMillis(100));
                studio.sound();
            }
            assertThat(listener.told).contains("lost TIMEOUT");
        }
    }

    @Test
    void a_lost_camera_is_tried_again_with_growing_pauses() {
        try (Studio studio = studio()) {
            studio.camera.fail(CameraLost.Reason.REFUSED);
            join(studio, new Listener());
            int[] attempts = new int[4];
            for (int i = 0; i < 4; i++) {
                attempts[i] = studio.camera.attempts();
                studio.clock.advance(Duration.ofSeconds(20));
            }
            assertThat(studio.feed.snapshot().state()).isEqualTo(FeedState.LOST);
            assertThat(studio.feed.snapshot().reason()).isEqualTo(CameraLost.Reason.REFUSED);
            assertThat(attempts).containsExactly(1, 6, 8, 10);
        }
    }

    @Test
    void it_closes_a_while_after_the_last_need() {
        try (Studio studio = studio()) {
            Subscription subscription = join(studio, new Listener());
            studio.frames(10);
            subscription.close();
            studio.frames(200);
            assertThat(studio.feed.snapshot().state()).isEqualTo(FeedState.LIVE);
            studio.frames(60);
            assertThat(studio.feed.snapshot().state()).isEqualTo(FeedState.IDLE);
        }
    }

    @Test
    void a_changed_address_is_connected_at_once() throws InterruptedException {
        try (Studio studio = studio()) {
            Listener listener = new Listener();
            join(studio, listener);
            studio.frames(10);
            CameraAddress other = CameraAddress.parse("rtsp://other.test/y", null, null, null);
            studio.feed.change(other);
            studio.camera.awaitOpened(2);
            assertThat(studio.camera.opened()).containsExactly(Studio.ADDRESS, other);
        }
    }

    @Test
    void waiting_for_a_camera_that_refuses_the_password_ends_at_the_first_attempt() {
        FakeClock clock = new FakeClock();
        FakeCamera camera = new FakeCamera(clock, List.of(Pictures.h264Track()));
        camera.fail(CameraLost.Reason.UNAUTHORIZED);
        try (Feed feed = new Feed("x", Studio.ADDRESS, camera, FeedClock.SYSTEM, () -> {})) {
            CameraLost lost = catchThrowableOfType(CameraLost.class, () -> feed.awaitLive(Duration.ofSeconds(10), 3));
            assertThat(lost.reason()).isEqualTo(CameraLost.Reason.UNAUTHORIZED);
            assertThat(camera.attempts()).isEqualTo(1);
        }
    }

    @Test
    void the_first_packet_without_a_time_is_dated_from_those_after_it() {
        try (Studio studio = studio()) {
            List<Long> times = Collections.synchronizedList(new ArrayList<>());
            join(studio, new Listener() {
                @Override
                public void packet(Packet packet) {
                    times.add(packet.dtsMicros());
                }
            });
            Packet key = Pictures.h264().get(0);
            Packet next = Pictures.h264().get(1);
            ByteBuffer data = key.data();
            studio.camera.send(
                    new Packet(key.track(), Packet.NO_TIME, Packet.NO_TIME, true, studio.clock.nanos(), data));
            studio.clock.advance(Duration.ofMillis(40));
            studio.camera.send(
                    new Packet(next.track(), 90_000_000, 90_000_000, false, studio.clock.nanos(), next.data()));
            studio.clock.advance(Duration.ofMillis(40));
            studio.camera.send(
                    new Packet(next.track(), 90_040_000, 90_040_000, false, studio.clock.nanos(), next.data()));
            assertThat(times).containsExactly(0L, 40_000L, 80_000L);
        }
    }
}
