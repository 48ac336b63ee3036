package club.courtside.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(400)
class RtspCameraTest {

    private static final CameraSettings CENTRAL = CameraSettings.of(DemoCourt.CENTRAL);

    @Test
    void the_description_announces_picture_and_sound_with_their_parameters() throws Exception {
        try (var camera = started(CENTRAL, SoundCodec.AAC);
                var viewer = new RtspViewer(camera.url())) {
            var description = viewer.ask("DESCRIBE", "", "Accept: application/sdp");
            assertThat(description.status()).isEqualTo(200);
            assertThat(description.body())
                    .contains("H264/90000", "sprop-parameter-sets=", "packetization-mode=1")
                    .contains("MPEG4-GENERIC/48000/1", "mode=AAC-hbr", "config=1188");
        }
    }

    @Test
    void a_law_needs_no_parameters() throws Exception {
        try (var camera = started(CameraSettings.of(DemoCourt.TERRAIN_3), SoundCodec.PCMA);
                var viewer = new RtspViewer(camera.url())) {
            assertThat(viewer.ask("DESCRIBE", "").body()).contains("m=audio 0 RTP/AVP 8", "PCMA/8000/1");
            viewer.play(true);
            assertThat(viewer.media(2).payload()).hasSize(160);
        }
    }

    @Test
    void everybody_who_joins_begins_with_the_parameter_sets_and_a_key_frame() throws Exception {
        try (var camera = started(CENTRAL, SoundCodec.AAC);
                var first = new RtspViewer(camera.url());
                var second = new RtspViewer(camera.url())) {
            first.play(true);
            for (int i = 0; i < 40; i++) first.media(0);
            second.play(true);
            assertThat(List.of(unit(second), unit(second), unit(second))).containsExactly(7, 8, 5);
            assertThat(camera.watching()).isEqualTo(2);
        }
    }

    @Test
    void reports_that_tie_the_tracks_together_come_before_the_first_picture() throws Exception {
        try (var camera = started(CENTRAL, SoundCodec.AAC);
                var viewer = new RtspViewer(camera.url())) {
            viewer.play(true);
            assertThat(List.of(
                            viewer.packet().channel(),
                            viewer.packet().channel(),
                            viewer.packet().channel()))
                    .containsExactly(1, 3, 0);
        }
    }

    @Test
    void pictures_come_25_times_a_second_without_a_packet_missing() throws Exception {
        try (var camera = started(CENTRAL, SoundCodec.NONE);
                var viewer = new RtspViewer(camera.url())) {
            viewer.play(false);
            List<Long> times = new ArrayList<>();
            int sequence = -1;
            while (times.size() < 20) {
                var packet = viewer.media(0);
                if (sequence >= 0) assertThat(packet.sequence()).isEqualTo((sequence + 1) & 0xFFFF);
                sequence = packet.sequence();
                if (packet.marker()) times.add(packet.time());
            }
            for (int i = 1; i < times.size(); i++)
                assertThat((times.get(i) - times.get(i - 1)) & 0xFFFFFFFFL)
                        .as("a busy machine leaves some out")
                        .isPositive()
                        .matches(step -> step % 3600 == 0);
        }
    }

    @Test
    void the_camera_remembers_what_each_viewer_was_sent() throws Exception {
        try (var camera = started(CENTRAL.remembering(), SoundCodec.AAC);
                var viewer = new RtspViewer(camera.url())) {
            viewer.play(true);
            var first = viewer.media(0);
            while (camera.sent().get(0).size() < 10) viewer.packet();
            var noted = camera.sent().get(0).get(0);
            assertThat(noted.key()).isTrue();
            assertThat(noted.rtpTime()).isEqualTo(first.time());
            assertThat(noted.sentAt()).isNotNull();
        }
    }

    @Test
    void a_viewer_that_never_reads_does_not_disturb_the_others() throws Exception {
        try (var camera = started(CENTRAL.remembering(), SoundCodec.NONE);
                var lazy = new RtspViewer(camera.url());
                var keen = new RtspViewer(camera.url())) {
            lazy.play(false);
            keen.play(false);
            for (int pictures = 0; pictures < 40; ) if (keen.media(0).marker()) pictures++;
        }
    }

    @Test
    void a_camera_with_a_password_wants_it_and_takes_no_other() throws Exception {
        try (var camera = started(CENTRAL.onlyFor("club", "s3cret"), SoundCodec.AAC);
                var viewer = new RtspViewer(camera.url());
                var stranger = new RtspViewer(camera.url())) {
            var challenge = viewer.ask("DESCRIBE", "");
            assertThat(challenge.status()).isEqualTo(401);
            assertThat(challenge.headers().get("www-authenticate")).startsWith("Digest realm=");
            viewer.signInAs("club", "s3cret", challenge);
            assertThat(viewer.ask("DESCRIBE", "").status()).isEqualTo(200);
            stranger.signInAs("club", "wrong", stranger.ask("DESCRIBE", ""));
            assertThat(stranger.ask("DESCRIBE", "").status()).isEqualTo(401);
        }
    }

    @Test
    void an_unknown_path_is_not_found() throws Exception {
        try (var camera = started(CENTRAL, SoundCodec.NONE);
                var viewer = new RtspViewer(camera.url() + "-elsewhere")) {
            assertThat(viewer.ask("DESCRIBE", "").status()).isEqualTo(404);
        }
    }

    @Test
    void a_camera_that_disappears_comes_back_at_the_same_address() throws Exception {
        try (var camera = started(CENTRAL, SoundCodec.NONE)) {
            String url = camera.url();
            try (var viewer = new RtspViewer(url)) {
                viewer.play(false);
                viewer.media(0);
                camera.stop();
                assertThatIOException().isThrownBy(() -> {
                    while (true) viewer.packet();
                });
            }
            assertThatIOException().isThrownBy(() -> new RtspViewer(url).close());
            camera.start();
            assertThat(camera.url()).isEqualTo(url);
            try (var viewer = new RtspViewer(url)) {
                viewer.play(false);
                assertThat(unit(viewer)).isEqualTo(7);
            }
        }
    }

    @Test
    void a_silent_camera_keeps_the_connection_and_goes_on_with_a_key_frame() throws Exception {
        try (var camera = started(CENTRAL.remembering(), SoundCodec.NONE);
                var viewer = new RtspViewer(camera.url())) {
            viewer.play(false);
            viewer.media(0);
            camera.silence(true);
            viewer.patience(2_000);
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> {
                while (true) viewer.packet();
            });
            camera.silence(false);
            viewer.patience(30_000);
            assertThat(unit(viewer)).isEqualTo(7);
        }
    }

    @Test
    void pictures_and_sound_also_travel_as_datagrams() throws Exception {
        try (var camera = started(CENTRAL, SoundCodec.NONE);
                var viewer = new RtspViewer(camera.url());
                var media = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            media.setSoTimeout(30_000);
            int port = media.getLocalPort();
            var setUp =
                    viewer.ask("SETUP", "/video", "Transport: RTP/AVP;unicast;client_port=" + port + "-" + (port + 1));
            assertThat(setUp.headers().get("transport")).contains("server_port=");
            viewer.ask("PLAY", "");
            var packet = new DatagramPacket(new byte[2000], 2000);
            media.receive(packet);
            assertThat(packet.getData()[12] & 0x1F).isEqualTo(7);
        }
    }

    private static RtspCamera started(CameraSettings settings, SoundCodec sound) throws Exception {
        var camera = new RtspCamera(settings, sound);
        camera.start();
        return camera;
    }

    private static int unit(RtspViewer viewer) throws Exception {
        return RtspViewer.unitType(viewer.media(0).payload());
    }
}
