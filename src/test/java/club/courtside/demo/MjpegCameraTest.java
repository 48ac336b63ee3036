package club.courtside.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(400)
class MjpegCameraTest {

    private static final CameraSettings PANORAMIQUE = CameraSettings.of(DemoCourt.PANORAMIQUE);

    @Test
    void pictures_are_whole_jpegs_of_the_court() throws Exception {
        try (var camera = started(PANORAMIQUE);
                var in = open(camera)) {
            var image = ImageIO.read(new ByteArrayInputStream(picture(in)));
            assertThat(image.getWidth()).isEqualTo(1280);
            assertThat(image.getHeight()).isEqualTo(720);
        }
    }

    /** Not over the wire: a busy machine films later, and a camera then goes on with the moment it has come to. */
    @Test
    void pictures_are_taken_at_an_irregular_pace_with_half_a_second_in_it() {
        var film = new JpegFilm(DemoCourt.PANORAMIQUE, MjpegCamera.INTERVALS);
        List<Integer> intervals = new ArrayList<>();
        long at = 7_000_000;
        for (int i = 0; i < MjpegCamera.INTERVALS.size(); i++) {
            long next = film.after(at);
            intervals.add((int) ((next - at) / 1000));
            at = next;
        }
        film.close();
        assertThat(intervals).isEqualTo(MjpegCamera.INTERVALS).contains(500);
    }

    @Test
    void what_was_sent_is_remembered_in_the_order_of_its_times() throws Exception {
        try (var camera = started(PANORAMIQUE.remembering());
                var in = open(camera)) {
            for (int i = 0; i < 24; i++) picture(in);
            List<SentUnit> sent = camera.sent().get(0);
            assertThat(sent).hasSizeGreaterThanOrEqualTo(23);
            assertThat(sent).extracting(SentUnit::micros).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void two_watch_at_once() throws Exception {
        try (var camera = started(PANORAMIQUE);
                var one = open(camera);
                var other = open(camera)) {
            picture(one);
            picture(other);
            assertThat(camera.watching()).isEqualTo(2);
        }
    }

    @Test
    void a_wrong_path_is_not_found_and_a_stranger_is_refused() throws Exception {
        try (var camera = started(PANORAMIQUE.onlyFor("club", "s3cret"))) {
            assertThat(status(camera, "/terrain-2.mjpeg")).contains("401");
        }
        try (var camera = started(PANORAMIQUE)) {
            assertThat(status(camera, "/etc/passwd")).contains("404");
        }
    }

    private static String status(MjpegCamera camera, String path) throws IOException {
        try (var socket = new Socket("127.0.0.1", camera.port())) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: camera\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return line(socket.getInputStream());
        }
    }

    private static MjpegCamera started(CameraSettings settings) throws IOException {
        var camera = new MjpegCamera(settings);
        camera.start();
        return camera;
    }

    private static InputStream open(MjpegCamera camera) throws IOException {
        URL url = URI.create(camera.url()).toURL();
        return new BufferedInputStream(url.openStream());
    }

    private static byte[] picture(InputStream in) throws IOException {
        int length = -1;
        for (String line = line(in); !line.isEmpty() || length < 0; line = line(in))
            if (line.startsWith("Content-Length: ")) length = Integer.parseInt(line.substring(16));
        return in.readNBytes(length);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new EOFException("the camera hung up");
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }
}
