package club.courtside.media.rtsp;

import static club.courtside.media.rtsp.ScriptedCamera.OK;
import static club.courtside.media.rtsp.ScriptedCamera.described;
import static club.courtside.media.rtsp.ScriptedCamera.packet;
import static club.courtside.media.rtsp.ScriptedCamera.picture;
import static club.courtside.media.rtsp.ScriptedCamera.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import club.courtside.media.CameraAddress;
import club.courtside.media.CameraLimits;
import club.courtside.media.CameraLost;
import club.courtside.media.CameraLost.Reason;
import club.courtside.media.FeedClock;
import club.courtside.media.Source;
import club.courtside.support.Await;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What cameras do that is allowed, or nearly. */
@Timeout(300)
class RtspConversationTest {

    private static RtspSource open(CameraAddress address) throws CameraLost, Strange {
        return RtspSource.open(address, CameraLimits.USUAL, FeedClock.SYSTEM);
    }

    @Test
    void addresses_are_built_as_cameras_mean_them() throws Exception {
        try (var camera = new ScriptedCamera((request, out) -> {
            if (request.startsWith("DESCRIBE")) return described("", "track1");
            if (request.startsWith("PLAY")) picture(out, 6, 1);
            if (request.startsWith("SETUP"))
                return OK + "Session: 12\r\nTransport: RTP/AVP/TCP;interleaved=6-7\r\n\r\n";
            return OK + "\r\n";
        })) {
            CameraAddress address = camera.address("/live?channel=1", null, null);
            try (Source source = open(address)) {
                assertThat(source.read().key()).isTrue();
            }
            String whole = address.uri().toString();
            assertThat(camera.requests).anyMatch(request -> request.startsWith("SETUP " + whole + "/track1 RTSP/1.0"));
            assertThat(camera.requests).anyMatch(request -> request.startsWith("PLAY " + whole + " "));
            Await.until("it says good-bye", () -> List.copyOf(camera.requests).stream()
                    .anyMatch(request -> request.startsWith("TEARDOWN " + whole + " ")));
        }
    }

    @Test
    void a_control_address_may_be_absolute_and_the_base_may_be_told() throws Exception {
        AtomicInteger described = new AtomicInteger();
        try (var camera = new ScriptedCamera((request, out) -> {
            boolean first = described.get() == 0;
            if (request.startsWith("DESCRIBE")) {
                described.incrementAndGet();
                return first
                        ? described("", "rtsp://192.0.2.1/x/track9?y=z")
                        : described("Content-Base: rtsp://192.0.2.1/base/\r\n", "track1");
            }
            return request.startsWith("SETUP")
                    ? OK + "Session: 12\r\nTransport: RTP/AVP/TCP;interleaved=0-1\r\n\r\n"
                    : OK + "\r\n";
        })) {
            open(camera.address("/live", null, null)).close();
            open(camera.address("/live", null, null)).close();
            assertThat(camera.requests).anyMatch(request -> request.startsWith("SETUP rtsp://192.0.2.1/x/track9?y=z "));
            assertThat(camera.requests).anyMatch(request -> request.startsWith("SETUP rtsp://192.0.2.1/base/track1 "));
            assertThat(camera.requests).anyMatch(request -> request.startsWith("PLAY rtsp://192.0.2.1/base/ "));
        }
    }

    /** It would be ended after two seconds; each look at the clock here takes one. */
    @Test
    void a_session_is_kept_alive_between_its_packets_and_questions_are_answered() throws Exception {
        AtomicInteger number = new AtomicInteger();
        ScriptedCamera[] self = new ScriptedCamera[1];
        try (var camera = new ScriptedCamera((request, out) -> {
            if (request.startsWith("PLAY")) {
                for (int i = 0; i < 10; i++) picture(out, 0, number.incrementAndGet());
                write(out, "wrongly counted");
                picture(out, 0, number.incrementAndGet());
                write(out, "OPTIONS * RTSP/1.0\r\nCSeq: 77\r\n\r\n");
            }
            if (request.startsWith("GET_PARAMETER")) picture(out, 0, number.incrementAndGet());
            return request.startsWith("RTSP/1.0") ? null : self[0].usual(request);
        })) {
            self[0] = camera;
            AtomicLong seconds = new AtomicLong();
            FeedClock quick = new FeedClock() {
                @Override
                public Instant now() {
                    return Instant.EPOCH.plusSeconds(seconds.get());
                }

                @Override
                public long nanos() {
                    return seconds.incrementAndGet() * 1_000_000_000;
                }
            };
            CameraAddress address = camera.address("/live", null, null);
            try (Source source = RtspSource.open(address, CameraLimits.USUAL, quick)) {
                for (int i = 0; i < 15; i++) source.read();
            }
            assertThat(camera.requests).anyMatch(request -> request.startsWith("GET_PARAMETER "));
            assertThat(camera.requests).anyMatch(request -> request.startsWith("RTSP/1.0 200 OK\r\nCSeq: 77"));
        }
    }

    @Test
    void a_proof_that_has_grown_old_is_renewed_once_and_a_wrong_one_is_not_repeated() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        ScriptedCamera[] self = new ScriptedCamera[1];
        try (var camera = new ScriptedCamera((request, out) -> {
            boolean known = request.contains("nonce=\"n" + asked.get() + "\"");
            if (known && !request.startsWith("SETUP")) return self[0].usual(request);
            if (known && asked.get() == 2) return self[0].usual(request);
            return "RTSP/1.0 401 Unauthorized\r\nWWW-Authenticate: Digest realm=\"x\", nonce=\"n"
                    + asked.incrementAndGet() + "\"\r\n\r\n";
        })) {
            self[0] = camera;
            open(camera.address("/live", "u", "secret")).close();
            assertThat(asked).hasValue(2);
            assertThat(camera.requests).noneMatch(request -> request.contains("secret"));
        }
        try (var camera = new ScriptedCamera((request, out) ->
                "RTSP/1.0 401 Unauthorized\r\nWWW-Authenticate: Digest realm=\"x\", nonce=\"new\"\r\n\r\n")) {
            CameraAddress address = camera.address("/live", "u", "secret");
            assertThat(catchThrowableOfType(CameraLost.class, () -> open(address))
                            .reason())
                    .isEqualTo(Reason.UNAUTHORIZED);
            assertThat(camera.requests).hasSize(2);
        }
    }

    /** Key frames, but none with its parameters: it would be listened to for ever. */
    @Test
    void a_camera_that_never_tells_the_size_of_its_picture_is_given_up() throws Exception {
        byte[] large = new byte[60_000];
        Arrays.fill(large, (byte) 0x65);
        AtomicInteger sent = new AtomicInteger();
        ScriptedCamera[] self = new ScriptedCamera[1];
        try (var camera = new ScriptedCamera((request, out) -> {
            if (request.startsWith("DESCRIBE")) return described("", "track1", "");
            if (request.startsWith("PLAY")) {
                write(out, OK + "Session: 12\r\nCSeq: 4\r\n\r\n");
                for (int i = 1; i <= 1000; i++) {
                    packet(out, 0, Rtp.packet(i, 3600 * i, true, large));
                    sent.set(i);
                }
                return null;
            }
            return self[0].usual(request);
        })) {
            self[0] = camera;
            assertThatThrownBy(() -> open(camera.address("/live", null, null)))
                    .isInstanceOfSatisfying(
                            CameraLost.class, lost -> assertThat(lost.reason()).isEqualTo(Reason.NO_VIDEO))
                    .hasMessageContaining("size of its picture");
            assertThat(sent).hasValueLessThan(1000);
        }
    }

    @Test
    void a_goodbye_ends_it() throws Exception {
        ScriptedCamera[] self = new ScriptedCamera[1];
        try (var camera = new ScriptedCamera((request, out) -> {
            if (request.startsWith("PLAY")) {
                picture(out, 0, 1);
                packet(out, 1, new byte[] {(byte) 0x81, (byte) 203, 0, 1, 0, 0, 0, 7});
            }
            return self[0].usual(request);
        })) {
            self[0] = camera;
            try (Source source = open(camera.address("/live", null, null))) {
                source.read();
                assertThat(catchThrowableOfType(CameraLost.class, source::read).reason())
                        .isEqualTo(Reason.CLOSED);
            }
        }
    }

    @Test
    void what_is_no_rtsp_or_an_unusual_refusal_is_strange() throws IOException {
        try (var web = new ScriptedCamera((request, out) -> "HTTP/1.1 400 Bad Request\r\n\r\n");
                var picky = new ScriptedCamera((request, out) -> "RTSP/1.0 461 Unsupported Transport\r\n\r\n")) {
            assertThatThrownBy(() -> open(web.address("/", null, null))).isInstanceOf(Strange.class);
            assertThatThrownBy(() -> open(picky.address("/", null, null))).isInstanceOf(Strange.class);
        }
    }

    @Test
    void a_strange_camera_is_left_to_the_others_at_once_until_they_find_no_video_either() throws Exception {
        AtomicInteger others = new AtomicInteger();
        try (var camera = new ScriptedCamera((request, out) -> "RTSP/1.0 461 Unsupported Transport\r\n\r\n")) {
            var opener = new RtspOpener((address, clock) -> {
                // It has not let go of its last visitor; later it is set otherwise.
                if (others.incrementAndGet() == 1) throw CameraLost.ownError();
                if (others.get() == 3) throw CameraLost.withoutVideo();
                return null;
            });
            CameraAddress address = camera.address("/live", null, null);
            opener.open(address, FeedClock.SYSTEM);
            int asked = camera.requests.size();
            assertThatThrownBy(() -> opener.open(address, FeedClock.SYSTEM)).isInstanceOf(CameraLost.class);
            assertThat(camera.requests).hasSize(asked);
            opener.open(address, FeedClock.SYSTEM);
            assertThat(camera.requests).hasSizeGreaterThan(asked);
        }
    }
}
