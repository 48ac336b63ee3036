package club.courtside.media.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.media.CameraAddress;
import club.courtside.media.CameraLimits;
import club.courtside.media.CameraLost;
import club.courtside.media.FeedClock;
import club.courtside.media.Packet;
import club.courtside.media.Pictures;
import club.courtside.support.DamagedCamera;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each ends with a reason, whatever is wrong with it: nothing else is thrown, and nobody waits for ever. */
@Timeout(400)
class DamagedConversationsTest {

    private static final int CONVERSATIONS = 120;
    private static final int AT_ONCE = 20;
    private static final CameraLimits SHORT = new CameraLimits(Duration.ofSeconds(2), Duration.ofMillis(200));

    @Test
    void every_damaged_conversation_ends_with_a_reason() throws Exception {
        ExecutorService visitors = Executors.newFixedThreadPool(AT_ONCE);
        try (var camera = new DamagedCamera(Pictures.h264().subList(0, 75).stream()
                .map(Pictures::withParameters)
                .toList())) {
            List<Future<Integer>> visits = new ArrayList<>();
            for (int i = 0; i < CONVERSATIONS; i++) {
                CameraAddress address = CameraAddress.parse(camera.url(2 * i), null, null, null);
                visits.add(visitors.submit(() -> visit(address)));
            }
            int pictures = 0;
            for (Future<Integer> visit : visits) pictures += visit.get();
            assertThat(pictures).as("what was whole in them").isGreaterThan(CONVERSATIONS);
        } finally {
            visitors.shutdownNow();
        }
    }

    private static int visit(CameraAddress address) throws Exception {
        int count = 0;
        try (RtspSource source = RtspSource.open(address, SHORT, FeedClock.SYSTEM)) {
            while (true) {
                Packet packet = source.read();
                assertThat(packet.size()).isBetween(1, 8 << 20);
                count++;
            }
        } catch (CameraLost lost) {
            assertThat(lost.reason()).isNotEqualTo(CameraLost.Reason.STOPPED);
        } catch (Strange strange) {
            assertThat(strange).hasMessageStartingWith("it");
        }
        return count;
    }
}
