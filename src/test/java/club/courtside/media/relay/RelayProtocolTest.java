package club.courtside.media.relay;

import static org.assertj.core.api.Assertions.assertThat;

import club.courtside.media.CameraLost;
import club.courtside.media.Track.Codec;
import club.courtside.support.Await;
import club.courtside.support.RtspReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RTSP as RFC 2326 has it, over real sockets, with clients good and bad. */
class RelayProtocolTest {

    private static final String OVER_TCP = "Transport: RTP/AVP/TCP;unicast;interleaved=0-1";

    private final ClipCamera camera = new ClipCamera(Clip.h264(), Clip.g711(Codec.PCMA, 8000));
    private final RelayOfClips court = new RelayOfClips(
            camera, new RelayLimits(Duration.ofSeconds(10), Duration.ofSeconds(2), Duration.ofSeconds(2), 8));

    @AfterEach
    void close() {
        court.close();
    }

    @Test
    void a_reader_goes_from_options_to_teardown() throws IOException {
        try (var reader = court.reader()) {
            assertThat(reader.ask("OPTIONS", "").header("Public")).contains("DESCRIBE", "PLAY", "GET_PARAMETER");
            var described = reader.ask("DESCRIBE", "", "Accept: application/sdp");
            assertThat(described.status()).isEqualTo(200);
            assertThat(described.header("Content-Base")).endsWith("/padel-club/court-1/");
            assertThat(described.body()).contains("m=video 0 RTP/AVP 96", "m=audio 0 RTP/AVP 8", "a=control:trackID=1");
            var set = reader.ask("SETUP", "/trackID=0", OVER_TCP);
            assertThat(set.status()).isEqualTo(200);
            assertThat(set.header("Transport")).startsWith("RTP/AVP/TCP;unicast;interleaved=0-1;ssrc=");
            assertThat(set.header("Session")).endsWith(";timeout=2");
            var played = reader.ask("PLAY", "");
            assertThat(played.status()).isEqualTo(200);
            assertThat(reader.packet(0).payloadType()).isEqualTo(96);
            assertThat(reader.ask("GET_PARAMETER", "").status()).isEqualTo(200);
            assertThat(court.relay.readers()).isEqualTo(1);
            assertThat(reader.ask("TEARDOWN", "").status()).isEqualTo(200);
            assertThat(court.relay.readers()).isZero();
            assertThat(reader.ask("GET_PARAMETER", "").status()).isEqualTo(454);
        }
    }

    @Test
    void whoever_joins_later_begins_with_the_running_group_of_pictures() throws IOException {
        try (var early = court.reader().play(1)) {
            Set<Integer> read = new HashSet<>();
            for (int i = 0; i < 20; i++) read.add(early.packet(0).sequence());
            try (var late = court.reader().play(1)) {
                int sequence = late.packet(0).sequence();
                for (int i = 0; i < 400 && !read.contains(sequence); i++)
                    read.add(early.packet(0).sequence());
                assertThat(read).as("shared numbers").contains(sequence);
                assertThat(camera.connections()).isEqualTo(1);
            }
        }
    }

    @Test
    void whoever_joins_a_running_camera_is_told_what_it_begins_with() throws IOException {
        try (var early = court.reader().play(1);
                var late = court.reader()) {
            early.packet(0);
            late.ask("SETUP", "/trackID=0", OVER_TCP);
            var played = late.ask("PLAY", "");
            var first = late.packet(0);
            assertThat(played.header("RTP-Info"))
                    .contains("/padel-club/court-1/trackID=0;seq=" + first.sequence() + ";rtptime="
                            + Integer.toUnsignedLong(first.time()));
        }
    }

    @Test
    void a_report_comes_before_the_first_picture_and_uses_the_control_channel() throws IOException {
        try (var reader = court.reader().play(2)) {
            assertThat(reader.packet().packetType()).isEqualTo(200);
            assertThat(reader.packet(3).packetType()).isEqualTo(200);
        }
    }

    @Test
    void a_reader_may_choose_its_channels() throws IOException {
        try (var reader = court.reader()) {
            reader.ask("SETUP", "/trackID=0", "Transport: RTP/AVP/TCP;unicast;interleaved=200-7");
            reader.ask("PLAY", "");
            assertThat(reader.packet().channel()).isEqualTo(7);
            assertThat(reader.packet().channel()).isEqualTo(200);
            assertThat(reader.packet(200).payloadType()).isEqualTo(96);
        }
    }

    @Test
    void sound_alone_can_be_read() throws IOException {
        try (var reader = court.reader()) {
            reader.ask("SETUP", "/trackID=1", "Transport: RTP/AVP/TCP;interleaved=0-1");
            reader.ask("PLAY", "");
            assertThat(reader.packet(0).payloadType()).isEqualTo(8);
        }
    }

    @Test
    void each_path_of_a_camera_leads_to_it_and_a_slash_too_many_does_not_matter() throws IOException {
        for (String path : new String[] {"padel-club/court-1/main", "padel-club/court-1/", "/padel-club/court-1"})
            try (var reader = court.reader(path)) {
                assertThat(reader.ask("DESCRIBE", "").status()).as(path).isEqualTo(200);
            }
    }

    @Test
    void nobody_gets_in_without_the_right_password() throws IOException {
        try (var reader = court.reader().anonymous()) {
            var asked = reader.ask("DESCRIBE", "");
            assertThat(asked.status()).isEqualTo(401);
            assertThat(asked.header("WWW-Authenticate")).startsWith("Basic realm=\"Courtside\"");
            assertThat(reader.ask("SETUP", "/trackID=0", OVER_TCP).status()).isEqualTo(401);
            assertThat(reader.signInAs(RtspReader.USER, "guess")
                            .ask("DESCRIBE", "")
                            .status())
                    .isEqualTo(401);
            assertThat(reader.signInAs(RtspReader.USER, RtspReader.PASSWORD)
                            .ask("DESCRIBE", "")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void who_guesses_on_and_on_is_hung_up_on() throws IOException {
        try (var reader = court.reader().signInAs("x", "y")) {
            for (int i = 0; i < 5; i++)
                assertThat(reader.ask("DESCRIBE", "").status()).isEqualTo(401);
            assertThat(reader.isHungUp()).isTrue();
        }
    }

    @Test
    void a_token_opens_what_it_is_for_on_this_connection_only() throws IOException {
        try (var reader = court.reader().anonymous();
                var other = court.reader().anonymous()) {
            assertThat(reader.ask("DESCRIBE", "?token=bad").status()).isEqualTo(401);
            assertThat(reader.ask("DESCRIBE", "?token=" + RelayOfClips.TOKEN).status())
                    .isEqualTo(200);
            assertThat(reader.ask("SETUP", "/trackID=0", OVER_TCP).status()).isEqualTo(200);
            assertThat(other.ask("SETUP", "/trackID=0", OVER_TCP).status()).isEqualTo(401);
        }
        assertThat(court.logins.toString()).doesNotContain(RelayOfClips.TOKEN);
    }

    @Test
    void a_path_that_leads_nowhere_is_not_found() throws IOException {
        for (String path : new String[] {"padel-club/court-9", "other-club/court-1", "", "padel-club/court-1/x/y"})
            try (var reader = court.reader(path)) {
                assertThat(reader.ask("DESCRIBE", "").status()).as(path).isEqualTo(404);
            }
    }

    @Test
    void a_feed_that_is_withdrawn_is_not_found_and_a_changed_path_takes_effect() throws IOException {
        court.relay.publish(court.feed, List.of("padel-club/renamed"));
        try (var before = court.reader();
                var now = court.reader("padel-club/renamed")) {
            assertThat(before.ask("DESCRIBE", "").status()).isEqualTo(404);
            assertThat(now.ask("DESCRIBE", "").status()).isEqualTo(200);
        }
        court.relay.withdraw(court.feed);
        try (var reader = court.reader("padel-club/renamed")) {
            assertThat(reader.ask("DESCRIBE", "").status()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RTP/AVP;unicast;client_port=5000-5001, 461",
        "RTP/AVP/UDP;unicast;client_port=5000-5001, 461",
        "RTP/AVP/TCP;multicast, 461",
        "RTP/AVP/TCP;unicast;interleaved=300-301, 400",
        "RTP/AVP/TCP;unicast;interleaved=4-4, 400",
        "RTP/AVP/TCP;unicast;mode=record, 461",
        "nonsense, 461",
        "'RTP/AVP;unicast;client_port=5000-5001,RTP/AVP/TCP;unicast', 200"
    })
    void media_travels_over_this_connection_only(String transport, int status) throws IOException {
        try (var reader = court.reader()) {
            assertThat(reader.ask("SETUP", "/trackID=0", "Transport: " + transport)
                            .status())
                    .isEqualTo(status);
        }
    }

    @Test
    void two_tracks_cannot_have_the_same_channels() throws IOException {
        try (var reader = court.reader()) {
            reader.ask("SETUP", "/trackID=0", OVER_TCP);
            assertThat(reader.ask("SETUP", "/trackID=1", OVER_TCP).status()).isEqualTo(400);
        }
    }

    @Test
    void things_done_in_the_wrong_order_are_refused() throws IOException {
        try (var reader = court.reader()) {
            assertThat(reader.ask("PLAY", "").status()).isEqualTo(455);
            assertThat(reader.ask("TEARDOWN", "").status()).isEqualTo(454);
            assertThat(reader.ask("SETUP", "", OVER_TCP).status())
                    .as("no track named")
                    .isEqualTo(459);
            assertThat(reader.ask("SETUP", "/trackID=7", OVER_TCP).status()).isEqualTo(404);
            assertThat(reader.ask("SETUP", "/trackID=0", OVER_TCP, "Session: 12345")
                            .status())
                    .isEqualTo(454);
            assertThat(reader.ask("SETUP", "/trackID=0", OVER_TCP).status()).isEqualTo(200);
            assertThat(reader.ask("PLAY", "").status()).isEqualTo(200);
            assertThat(reader.ask("SETUP", "/trackID=1", "Transport: RTP/AVP/TCP;interleaved=2-3")
                            .status())
                    .as("while it plays")
                    .isEqualTo(455);
            assertThat(reader.ask("PLAY", "").status()).as("again").isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"PAUSE, 405", "ANNOUNCE, 405", "RECORD, 405", "SET_PARAMETER, 405", "DANCE, 501"})
    void what_is_not_offered_is_refused(String method, int status) throws IOException {
        try (var reader = court.reader()) {
            assertThat(reader.ask(method, "").status()).isEqualTo(status);
            assertThat(reader.ask("OPTIONS", "").status()).as("afterwards").isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'GET / HTTP/1.1\r\nHost: x\r\n\r\n', 400, true",
        "'OPTIONS * RTSP/2.0\r\nCSeq: 1\r\n\r\n', 505, true",
        "'hello\r\n\r\n', 400, true",
        "'OPTIONS * RTSP/1.0\r\nno colon\r\n\r\n', 400, true",
        "'OPTIONS * RTSP/1.0\r\n\r\n', 400, false",
        "'OPTIONS * RTSP/1.0\r\nCSeq: x\r\n\r\n', 400, false",
        "'OPTIONS * RTSP/1.0\r\nCSeq: 1\r\nContent-Length: -5\r\n\r\n', 400, true",
        "'OPTIONS * RTSP/1.0\r\nCSeq: 1\r\nContent-Length: 99999999\r\n\r\n', 413, true",
        "'DESCRIBE ht!tp://%% RTSP/1.0\r\nCSeq: 1\r\n\r\n', 401, false",
        "'DESCRIBE rtsp://h/a?token=%zz RTSP/1.0\r\nCSeq: 1\r\n\r\n', 400, false",
        "'DESCRIBE rtsp://h/a RTSP/1.0\r\nCSeq: 1\r\nAccept: text/html\r\n\r\n', 406, false",
        "'DESCRIBE rtsp://h/a RTSP/1.0\r\nCSeq: 1\r\nAuthorization: Basic !!!\r\n\r\n', 401, false",
        "'DESCRIBE rtsp://h/a RTSP/1.0\r\nCSeq: 1\r\nAuthorization: Digest username=\"a\"\r\n\r\n', 401, false"
    })
    void what_is_no_request_is_answered_clearly(String text, int status, boolean hungUp) throws IOException {
        try (var client = court.reader()) {
            client.send(text);
            assertThat(client.answer().status()).isEqualTo(status);
            if (hungUp) assertThat(client.isHungUp()).isTrue();
            else assertThat(client.ask("OPTIONS", "").status()).isEqualTo(200);
        }
    }

    @Test
    void an_endless_request_is_cut_off() throws IOException {
        try (var client = court.reader()) {
            client.send("OPTIONS * RTSP/1.0\r\nX: " + "x".repeat(17_000));
            assertThat(client.answer().status()).isEqualTo(413);
            assertThat(client.isHungUp()).isTrue();
        }
    }

    @Test
    void a_request_may_come_byte_by_byte_with_a_body_and_with_reports_between() throws IOException {
        try (var client = court.reader()) {
            client.send(new byte[] {'$', 1, 0, 4, 1, 2, 3, 4});
            for (byte part : client.request("OPTIONS", "", "Content-Length: 3").getBytes())
                client.send(new byte[] {part});
            client.send("abc\r\n");
            client.send(new byte[] {'$', 1, 0, 1, 9});
            assertThat(client.answer().status()).isEqualTo(200);
            assertThat(client.ask("OPTIONS", "").status()).isEqualTo(200);
        }
    }

    @Test
    void requests_that_come_together_are_answered_in_their_order() throws IOException {
        try (var client = court.reader()) {
            client.send(client.request("DESCRIBE", "")
                    + client.request("SETUP", "/trackID=0", OVER_TCP)
                    + client.request("OPTIONS", ""));
            assertThat(client.answer().sequence()).isEqualTo("1");
            assertThat(client.answer().sequence()).isEqualTo("2");
            assertThat(client.answer().sequence()).isEqualTo("3");
        }
    }

    @Test
    void noise_hurts_nobody() throws IOException {
        Random random = new Random(5);
        try (var reader = court.reader().play(1)) {
            for (int i = 0; i < 100; i++)
                try (var noisy = court.reader()) {
                    byte[] noise = new byte[1 + random.nextInt(3000)];
                    random.nextBytes(noise);
                    noisy.send(noise);
                }
            int before = reader.packet(0).sequence();
            assertThat(reader.packet(0).sequence()).isEqualTo(before + 1 & 0xFFFF);
        }
    }

    @Test
    void half_a_request_is_waited_for_no_longer_than_a_session_lasts() throws IOException {
        try (var client = court.reader()) {
            client.send("OPTIONS * RTS");
            assertThat(client.isHungUp()).isTrue();
        }
    }

    @Test
    void a_session_that_nobody_plays_ends_in_time() throws IOException {
        try (var client = court.reader()) {
            client.ask("SETUP", "/trackID=0", OVER_TCP);
            assertThat(client.isHungUp()).isTrue();
        }
    }

    @Test
    void a_client_that_vanishes_leaves_nothing_behind() throws IOException {
        try (var reader = court.reader().play(2)) {
            reader.packet(0);
            assertThat(court.relay.readersOf("court-1")).isEqualTo(1);
        }
        Await.until("nobody reads", () -> court.relay.readers() == 0 && court.relay.readersOf("court-1") == 0);
    }

    @Test
    void one_client_too_many_is_told_so() throws IOException {
        var clients = new ArrayList<RtspReader>();
        try {
            for (int i = 0; i < 8; i++) clients.add(court.reader());
            for (RtspReader client : clients)
                assertThat(client.ask("OPTIONS", "").status()).isEqualTo(200);
            clients.add(court.reader());
            assertThat(clients.get(8).answer().status()).isEqualTo(503);
            assertThat(clients.get(8).isHungUp()).isTrue();
        } finally {
            for (RtspReader client : clients) client.close();
        }
    }

    @Test
    void a_camera_that_is_away_is_an_answer_with_the_reason() throws IOException {
        camera.away(new CameraLost(CameraLost.Reason.UNAUTHORIZED, "The camera wants another password."));
        try (var reader = court.reader()) {
            var answer = reader.ask("DESCRIBE", "");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("2");
            assertThat(answer.body()).contains("The camera wants another password.");
        }
    }

    @Test
    void pictures_that_rtp_cannot_carry_are_an_answer_with_the_reason() throws IOException {
        court.publish(new ClipCamera(Clip.mjpeg(2048, 64), null), "large", "padel-club/large");
        try (var reader = court.reader("padel-club/large")) {
            var answer = reader.ask("DESCRIBE", "");
            assertThat(answer.status()).isEqualTo(415);
            assertThat(answer.body()).contains("2048 × 64");
        }
    }
}
