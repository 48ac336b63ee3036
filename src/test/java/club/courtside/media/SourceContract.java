package club.courtside.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import club.courtside.demo.CameraSettings;
import club.courtside.demo.DemoCourt;
import club.courtside.demo.MjpegCamera;
import club.courtside.demo.RtspCamera;
import club.courtside.demo.SoundCodec;
import club.courtside.media.CameraLost.Reason;
import club.courtside.support.GstCamera;
import club.courtside.support.JpegCamera;
import club.courtside.support.TaciturnCamera;
import club.courtside.support.TlsFront;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every way to read cameras has to do: another one is put under the same tests by naming its openers. */
@Timeout(400)
public abstract class SourceContract {

    private final Source.Opener opener = usual();
    private final Source.Opener impatient = impatient();

    /** As it is used. */
    protected abstract Source.Opener usual();

    /** Gives up connecting after 0.8 s, and after 2 s of silence; under it a busy machine may be slower than a camera. */
    protected abstract Source.Opener impatient();

    static {
        Pictures.jpeg(0, 160, 120); // Java's picture library takes its time at first
    }

    private static CameraAddress address(String url, String user, String password) {
        return CameraAddress.parse(url, user, password, CameraAddress.Transport.TCP);
    }

    private static CameraLost failure(Source.Opener by, CameraAddress address) {
        return catchThrowableOfType(
                CameraLost.class, () -> by.open(address, FeedClock.SYSTEM).close());
    }

    private static List<Packet> read(Source source, int count) throws CameraLost {
        List<Packet> packets = new ArrayList<>();
        while (packets.size() < count) packets.add(source.read());
        return packets;
    }

    @Test
    void a_strange_rtsp_camera_is_read_with_picture_and_sound() throws Exception {
        try (GstCamera camera = GstCamera.open();
                Source source = opener.open(address(camera.url(), null, null), FeedClock.SYSTEM)) {
            List<Packet> packets = read(source, 150);
            assertThat(source.tracks()).extracting(Track::codec).containsExactly(Track.Codec.H264, Track.Codec.PCMA);
            assertThat(source.tracks().get(0).width()).isEqualTo(320);
            assertThat(source.tracks().get(0).configuration()).isNotEmpty();
            assertThat(packets).filteredOn(packet -> packet.track().isVideo()).hasSizeGreaterThan(20);
            assertThat(packets).filteredOn(packet -> !packet.track().isVideo()).hasSizeGreaterThan(20);
        }
    }

    @Test
    void a_camera_that_does_not_announce_its_parameters_is_listened_to() throws Exception {
        try (RtspCamera camera = demoCamera();
                TaciturnCamera taciturn = new TaciturnCamera(camera.url());
                Source source = opener.open(address(taciturn.url(), null, null), FeedClock.SYSTEM)) {
            assertThat(source.tracks().get(0).width()).isEqualTo(1280);
            assertThat(source.tracks().get(0).configuration()).isNotEmpty();
            assertThat(read(source, 50)).anyMatch(packet -> packet.track().isVideo() && packet.key());
        }
    }

    @Test
    void a_camera_can_be_read_by_datagrams() throws Exception {
        try (RtspCamera camera = demoCamera();
                Source source = opener.open(
                        CameraAddress.parse(camera.url(), null, null, CameraAddress.Transport.UDP), FeedClock.SYSTEM)) {
            List<Packet> packets = read(source, 200);
            assertThat(packets).anyMatch(packet -> packet.track().isVideo() && packet.key());
            assertThat(packets).anyMatch(packet -> !packet.track().isVideo());
        }
    }

    private static RtspCamera demoCamera() throws IOException {
        var camera = new RtspCamera(CameraSettings.of(DemoCourt.CENTRAL), SoundCodec.AAC);
        camera.start();
        return camera;
    }

    @Test
    void a_camera_with_digest_authentication_wants_the_right_password() throws Exception {
        try (GstCamera camera = GstCamera.digest("ad min", "p:a@ss/w%rd")) {
            try (Source source = opener.open(address(camera.url(), "ad min", "p:a@ss/w%rd"), FeedClock.SYSTEM)) {
                assertThat(read(source, 10)).hasSize(10);
            }
            CameraLost wrong = failure(opener, address(camera.url(), "ad min", "secret-guess"));
            assertThat(wrong.reason()).isEqualTo(Reason.UNAUTHORIZED);
            assertThat(wrong).hasMessageNotContaining("secret-guess");
            assertThat(failure(opener, address(camera.url(), null, null)).reason())
                    .isEqualTo(Reason.UNAUTHORIZED);
        }
    }

    @Test
    void a_camera_with_basic_authentication_wants_the_right_password() throws Exception {
        try (GstCamera camera = GstCamera.basic("admin", "p:a@ss/w%rd")) {
            try (Source source = opener.open(address(camera.url(), "admin", "p:a@ss/w%rd"), FeedClock.SYSTEM)) {
                assertThat(read(source, 10)).hasSize(10);
            }
            assertThat(failure(opener, address(camera.url(), "admin", "secret-guess"))
                            .reason())
                    .isEqualTo(Reason.UNAUTHORIZED);
        }
    }

    @Test
    void a_camera_of_pictures_with_digest_authentication_wants_the_right_password() throws Exception {
        try (var camera =
                new MjpegCamera(CameraSettings.of(DemoCourt.PANORAMIQUE).onlyFor("ad min", "p:a@ss/w%rd"))) {
            camera.start();
            try (Source source = opener.open(address(camera.url(), "ad min", "p:a@ss/w%rd"), FeedClock.SYSTEM)) {
                assertThat(read(source, 3)).hasSize(3);
            }
            CameraLost wrong = failure(opener, address(camera.url(), "ad min", "secret-guess"));
            assertThat(wrong.reason()).isEqualTo(Reason.UNAUTHORIZED);
            assertThat(wrong).hasMessageNotContaining("secret-guess");
        }
    }

    @Test
    void a_strange_camera_can_be_read_by_datagrams() throws Exception {
        try (GstCamera camera = GstCamera.datagrams();
                Source source = opener.open(
                        CameraAddress.parse(camera.url(), null, null, CameraAddress.Transport.UDP), FeedClock.SYSTEM)) {
            List<Packet> packets = read(source, 200);
            assertThat(packets).anyMatch(packet -> packet.track().isVideo() && packet.key());
            assertThat(packets).anyMatch(packet -> !packet.track().isVideo());
        }
    }

    @Test
    void a_camera_that_signed_its_own_certificate_is_read_encrypted(@TempDir Path folder) throws Exception {
        try (GstCamera camera = GstCamera.digest("admin", "right");
                TlsFront encrypted = new TlsFront(camera.url(), folder)) {
            assertThat(encrypted.url()).startsWith("rtsps://");
            try (Source source = opener.open(address(encrypted.url(), "admin", "right"), FeedClock.SYSTEM)) {
                assertThat(read(source, 50)).hasSize(50);
            }
            assertThat(failure(opener, address(encrypted.url(), "admin", "wrong"))
                            .reason())
                    .isEqualTo(Reason.UNAUTHORIZED);
        }
    }

    @Test
    void pictures_come_over_https_too(@TempDir Path folder) throws Exception {
        try (JpegCamera camera = new JpegCamera(true, null);
                TlsFront encrypted = new TlsFront(camera.url("/mjpeg"), folder)) {
            for (int i = 0; i < 5; i++) camera.picture(i);
            assertThat(encrypted.url()).startsWith("https://");
            try (Source source = opener.open(address(encrypted.url(), null, null), FeedClock.SYSTEM)) {
                assertThat(read(source, 5)).hasSize(5);
            }
        }
    }

    @Test
    void a_compression_that_cannot_be_kept_and_a_stream_without_picture_are_told_apart() throws Exception {
        try (GstCamera camera = GstCamera.open()) {
            CameraLost vp8 = failure(opener, address(camera.url("vp8"), null, null));
            assertThat(vp8.reason()).isEqualTo(Reason.UNSUPPORTED_CODEC);
            assertThat(vp8).hasMessageContaining("vp8");
            assertThat(failure(opener, address(camera.url("sound"), null, null)).reason())
                    .isEqualTo(Reason.NO_VIDEO);
        }
    }

    /** As files that a server would send live: transport stream, Flash video, fragmented MP4. */
    @ParameterizedTest
    @ValueSource(strings = {"mpegts", "flv", "mp4"})
    void a_stream_over_http_may_come_in_any_container(String container, @TempDir Path folder) throws Exception {
        Path stream = folder.resolve("stream");
        Process made = new ProcessBuilder(
                        "ffmpeg",
                        "-v",
                        "error",
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc=s=320x240:r=25:d=4",
                        "-f",
                        "lavfi",
                        "-i",
                        "sine=d=4",
                        "-c:v",
                        "libx264",
                        "-bf",
                        "2",
                        "-g",
                        "25",
                        "-c:a",
                        "aac",
                        "-movflags",
                        "empty_moov+frag_keyframe",
                        "-f",
                        container,
                        stream.toString())
                .inheritIO()
                .start();
        assertThat(made.waitFor()).isZero();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/live", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                Files.copy(stream, out);
            }
        });
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/live";
        try (Source source = opener.open(address(url, null, null), FeedClock.SYSTEM)) {
            assertThat(source.tracks()).extracting(Track::codec).containsExactly(Track.Codec.H264, Track.Codec.AAC);
            assertThat(source.tracks().get(0).width()).isEqualTo(320);
            List<Packet> packets = read(source, 200);
            assertThat(packets)
                    .filteredOn(packet -> packet.track().isVideo())
                    .hasSizeGreaterThan(60)
                    .allMatch(packet -> packet.dtsMicros() <= packet.ptsMicros())
                    .anyMatch(packet -> packet.dtsMicros() < packet.ptsMicros());
        } finally {
            server.stop(0);
        }
    }

    /** What comes after the boundary, and how it is quoted, differs from camera to camera. */
    @ParameterizedTest
    @ValueSource(strings = {"frame", "\"--frame\"", "--frame; x=y", ""})
    void the_boundary_between_pictures_may_be_written_in_any_way(String boundary) throws Exception {
        try (JpegCamera camera = new JpegCamera(false, null, boundary)) {
            camera.picture(0);
            try (Source source = opener.open(address(camera.url("/mjpeg"), null, null), FeedClock.SYSTEM)) {
                camera.picture(1);
                List<Packet> packets = read(source, 2);
                for (int i = 0; i < 2; i++)
                    assertThat(packets.get(i).size()).isEqualTo(Pictures.jpeg(i, 160, 120).length);
            }
        }
    }

    @Test
    void an_unknown_stream_of_a_camera_is_not_found() throws Exception {
        try (GstCamera camera = GstCamera.open()) {
            CameraLost lost = failure(opener, address(camera.url() + "-not", null, null));
            assertThat(lost.reason()).isEqualTo(Reason.NOT_FOUND);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rtsp", "http"})
    void a_closed_port_refuses(String scheme) throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        CameraLost lost = failure(opener, address(scheme + "://127.0.0.1:" + port + "/x", "u", "secret"));
        assertThat(lost.reason()).isEqualTo(Reason.REFUSED);
        assertThat(lost).hasMessageContaining("127.0.0.1:" + port).hasMessageNotContaining("secret");
    }

    @Test
    void an_unknown_name_is_unreachable() {
        assertThat(failure(opener, address("rtsp://no-such-camera.invalid/x", null, null))
                        .reason())
                .isEqualTo(Reason.UNREACHABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rtsp", "http"})
    void a_camera_that_accepts_and_stays_silent_times_out(String scheme) throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String url = scheme + "://127.0.0.1:" + silent.getLocalPort() + "/x";
            assertThat(failure(impatient, address(url, null, null)).reason()).isEqualTo(Reason.TIMEOUT);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void pictures_over_http_arrive_at_once_and_unchanged(boolean withLength) throws Exception {
        try (JpegCamera camera = new JpegCamera(withLength, null)) {
            camera.picture(0);
            try (Source source = opener.open(address(camera.url("/mjpeg"), null, null), FeedClock.SYSTEM)) {
                assertThat(source.tracks()).singleElement().satisfies(track -> {
                    assertThat(track.codec()).isEqualTo(Track.Codec.MJPEG);
                    assertThat(track.width()).isEqualTo(160);
                    assertThat(track.height()).isEqualTo(120);
                });
                for (int i = 0; i < 20; i++) {
                    Packet packet = source.read();
                    byte[] bytes = new byte[packet.size()];
                    packet.bytes().get(bytes);
                    assertThat(bytes).isEqualTo(Pictures.jpeg(i, 160, 120));
                    assertThat(packet.ptsMicros()).isEqualTo(packet.arrivedNanos() / 1000);
                    camera.picture(i + 1);
                }
            }
        }
    }

    @Test
    void a_password_guards_pictures_over_http() throws Exception {
        try (JpegCamera camera = new JpegCamera(true, "right")) {
            camera.picture(0);
            opener.open(address(camera.url("/mjpeg"), "u", "right"), FeedClock.SYSTEM)
                    .close();
            assertThat(failure(opener, address(camera.url("/mjpeg"), "u", "wrong"))
                            .reason())
                    .isEqualTo(Reason.UNAUTHORIZED);
            assertThat(failure(opener, address(camera.url("/nothing"), "u", "right"))
                            .reason())
                    .isEqualTo(Reason.NOT_FOUND);
        }
    }

    @Test
    void a_web_page_is_no_video() throws Exception {
        try (JpegCamera camera = new JpegCamera(true, null)) {
            assertThat(failure(opener, address(camera.url("/page"), null, null)).reason())
                    .isEqualTo(Reason.NO_VIDEO);
        }
    }

    @Test
    void a_camera_that_falls_silent_is_lost_by_timeout_one_that_hangs_up_is_closed() throws Exception {
        try (JpegCamera camera = new JpegCamera(true, null)) {
            camera.picture(0);
            try (Source source = impatient.open(address(camera.url("/mjpeg"), null, null), FeedClock.SYSTEM)) {
                source.read();
                assertThat(catchThrowableOfType(CameraLost.class, source::read).reason())
                        .isEqualTo(Reason.TIMEOUT);
            }
            camera.hangUp();
            camera.picture(1);
            camera.picture(2);
            try (Source source = opener.open(address(camera.url("/mjpeg"), null, null), FeedClock.SYSTEM)) {
                camera.hangUp();
                assertThat(catchThrowableOfType(CameraLost.class, () -> read(source, 3))
                                .reason())
                        .isEqualTo(Reason.CLOSED);
            }
        }
    }

    @Test
    void an_interrupted_thread_does_not_wait_for_the_camera() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CameraAddress address = address("rtsp://127.0.0.1:" + silent.getLocalPort() + "/x", null, null);
            Reason[] reason = new Reason[1];
            Thread thread =
                    new Thread(() -> reason[0] = failure(opener, address).reason());
            thread.start();
            silent.accept();
            thread.interrupt();
            thread.join(30_000);
            assertThat(thread.isAlive()).isFalse();
            assertThat(reason[0]).isEqualTo(Reason.STOPPED);
        }
    }
}
